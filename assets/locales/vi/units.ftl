### Units as they stand beside a figure.

## Money; `$money` and `$currency` are the words of the study's currency, and these where it names none

currency-in-units = đồng
currency-in-sentences = đồng

unit-trillion-vnd = nghìn tỷ { $money }
unit-trillion-vnd-short = nghìn tỷ
unit-billion-vnd = tỷ { $money }
unit-million-vnd = triệu { $money }
unit-million-vnd-a-worker = triệu { $money }/lao động
unit-million-vnd-a-person = triệu { $money }/người
unit-million-usd = triệu USD
unit-million-usd-a-year = triệu USD/năm
unit-million-usd-a-year-short = tr. USD/năm
unit-usd = USD
unit-usd-a-person = USD/người
unit-vnd-per-usd = { $money }/USD

## Price basis

unit-constant-prices = giá so sánh { $year }
unit-current-prices = giá hiện hành

## People

unit-thousand-persons = nghìn người
unit-thousand = nghìn
unit-thousand-persons-a-year = nghìn người/năm
unit-thousand-persons-a-year-short = nghìn/năm

## Ratios

unit-percent = %
unit-percent-a-year = %/năm
unit-points = điểm %
unit-points-card = đ.%
unit-points-a-year = điểm %/năm
unit-ratio = lần
unit-index = chỉ số

## Land and time

unit-hectares = ha
unit-trillion-vnd-a-hectare = nghìn tỷ { $money }/ha
unit-year = năm
unit-years = năm

## Others

unit-billion-vnd-a-worker = tỷ { $money }/lao động
unit-billion-usd = tỷ USD
unit-thousand-jobs-per-million-usd = nghìn việc làm/triệu USD
unit-count = số lượng
unit-flag = 0 hoặc 1
unit-at-prices = { $unit }, { $prices }

## Second lines of the cards

unit-card-prices = giá { $year }
unit-card-a-year = mỗi năm
unit-card-thousand = nghìn
unit-card-persons = người
unit-card-million-vnd = triệu { $money }
unit-card-a-worker = mỗi lao động
shares-rounded = Tỷ trọng đã làm tròn nên tổng có thể khác 100.
parts-rounded = Các phần đã làm tròn nên cộng lại có thể lệch so với chênh lệch.
shares-rounded-short = đã làm tròn
