### Units as they stand beside a figure.

## Money; `$money` and `$currency` are the words of the study's currency, and these where it names none

currency-in-units = VND
currency-in-sentences = đồng

unit-trillion-vnd = trillion { $money }
unit-trillion-vnd-short = trn { $money }
unit-billion-vnd = billion { $money }
unit-million-vnd = { $money } million
unit-million-vnd-a-worker = { $money } million a worker
unit-million-vnd-a-person = { $money } million a person
unit-million-usd = USD mn
unit-million-usd-a-year = USD mn a year
unit-million-usd-a-year-short = USD mn/yr
unit-usd = USD
unit-usd-a-person = USD a person
unit-vnd-per-usd = { $money }/USD

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
unit-trillion-vnd-a-hectare = trillion { $money } a hectare
unit-year = year
unit-years = years

## Others

unit-billion-vnd-a-worker = billion { $money } a worker
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
unit-card-million-vnd = { $money } million
unit-card-a-worker = a worker
shares-rounded = Shares are rounded and need not add to 100.
parts-rounded = The parts are rounded and need not add to the difference.
shares-rounded-short = rounded
