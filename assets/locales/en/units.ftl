### Units as they stand beside a figure.

## Money

unit-trillion-vnd = trillion VND
unit-trillion-vnd-short = trn VND
unit-billion-vnd = billion VND
unit-million-vnd = VND million
unit-million-vnd-a-worker = VND million a worker
unit-million-vnd-a-person = VND million a person
unit-million-usd = USD mn
unit-million-usd-a-year = USD mn a year
unit-million-usd-a-year-short = USD mn/yr
unit-usd = USD
unit-usd-a-person = USD a person
unit-vnd-per-usd = VND/USD

## Price basis

unit-constant-prices = constant { $year } prices
unit-current-prices = current prices

## People

unit-thousand-persons = thousand persons
unit-thousand = thousand
unit-thousand-persons-a-year = thousand persons a year
unit-thousand-persons-a-year-short = thousand/yr

## Ratios

unit-percent = %
unit-percent-a-year = % a year
unit-points = pp
unit-points-card = pp
unit-points-a-year = pp a year
unit-ratio = ×
unit-index = index

## Land and time

unit-hectares = ha
unit-trillion-vnd-a-hectare = trillion VND a hectare
unit-year = year
unit-years = years

## Others

unit-billion-vnd-a-worker = billion VND a worker
unit-billion-usd = USD billion
unit-thousand-jobs-per-million-usd = thousand jobs per USD mn
unit-count = count
unit-flag = 0 or 1
unit-at-prices = { $unit }, { $prices }

## Second lines of the cards

unit-card-prices = { $year } prices
unit-card-a-year = a year
unit-card-thousand = thousand
unit-card-persons = persons
unit-card-million-vnd = VND million
unit-card-a-worker = a worker
shares-rounded = Shares are rounded and need not add to 100.
parts-rounded = The parts are rounded and need not add to the difference.
shares-rounded-short = rounded
