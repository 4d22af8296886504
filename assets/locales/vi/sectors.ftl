### Màn hình Khu vực.

sectors-choose = Khu vực
sectors-card-output = Giá trị tăng thêm { $year }
sectors-card-employment = Lao động { $year }
sectors-card-productivity = Năng suất { $year }
sectors-card-share = Tỷ trọng { $gdp } { $year }
sectors-card-capital = Vốn { $year }
sectors-current-prices = giá hiện hành
sectors-share-constant = Tỷ trọng trong { $gdp }, giá so sánh
sectors-share-current = Tỷ trọng trong { $gdp }, giá hiện hành
sectors-tfp-unit = chỉ số ngầm định, { $year } = 1
sectors-tfp-of-sectors = TFP chỉ tính cho từng khu vực, không tính cho nhóm.
sectors-land-output = Giá trị tăng thêm và sức chứa của đất
sectors-land-area = Đất cần có và đất có thể sử dụng
sectors-land-capacity = Đất cho phép
sectors-land-required = Cần có
sectors-land-available = Sử dụng được
