### The editors of the assumptions: forms of a value, shares, hover card, projects, parks, shocks, the matrix.

## Forms of a value

assume-forms = Dạng giá trị…
assume-form-of = Dạng giá trị của { $name }
assume-open-form = { $name }: dạng giá trị ({ $form })
assume-form-headline = Một mức
assume-form-range = Thấp–cao
assume-form-span = Quãng
assume-span-from = từ năm
assume-span-to = đến năm
assume-span-earlier = Sớm hơn một năm
assume-span-later = Muộn hơn một năm
assume-span-outside = Từ { $first } đến { $last }, năm đầu không sau năm cuối.
assume-span-about = Một giá trị trong các năm này; các năm khác theo đường cơ sở.
assume-form-years = Từng năm
assume-form-points = Điểm
assume-form-headline-about = Một giá trị cho mọi năm dự phóng. Chuyển dạng vẫn giữ giá trị này.
assume-low = Thấp
assume-base = Cơ sở
assume-high = Cao
assume-range-about = Mô hình chạy với mức cơ sở; mức thấp và mức cao dành cho phân tích độ nhạy và bất định.
assume-range-order = Phải theo thứ tự: thấp ≤ cơ sở ≤ cao.
assume-years-about = Đánh dấu một năm để lặp, hai năm để nội suy.
assume-pasted-word = Trong khối vừa dán, “{ $text }” không phải là số; không có gì thay đổi.
assume-pasted-long = Khối vừa dán có { $values } giá trị nhưng từ năm này chỉ còn { $years } năm; không có gì thay đổi.
assume-pasted-open = Trong khối vừa dán, “{ $text }” là:
assume-mark-year = Đánh dấu năm { $year }
assume-repeat = Lặp đến năm cuối
assume-repeat-needs = Cần đánh dấu đúng một năm.
assume-interpolate = Nội suy giữa hai năm
assume-interpolate-needs = Cần đánh dấu đúng hai năm.
assume-point = { $name }: điểm { $year }
assume-points-about = Kéo điểm để đổi giá trị; nhấp một năm để thêm điểm, nhấp đúp để bỏ. Nền đậm là khoảng thường gặp, vạch đỏ là giới hạn.

## Shares

assume-pin-part = Giữ nguyên { $part }
assume-unpin-part = Thôi giữ { $part }
assume-shares-refused = { $part } không thể là { $value }%: các phần đang giữ chiếm { $held }%, tổng phải bằng 100%.

## The card of an assumption

assume-card-unit = Đơn vị
assume-card-default = Mặc định
assume-card-source = Nguồn
assume-card-soft = Thường gặp
assume-card-hard = Cho phép
assume-effect-up = Tăng { $step } { $unit }: { $change }
assume-effect-down = Giảm { $step } { $unit }: { $change }
assume-effect-on = Khi bật: { $change }
assume-effect-off = Khi tắt: { $change }
assume-effect-line = { $lead }: { $change }
assume-effect-line-on = Bật
assume-effect-line-off = Tắt
assume-effect-grdp = { $gdp } { $year } { $grdp } nghìn tỷ { $money }
assume-effect-both = { $gdp } { $year } { $grdp } nghìn tỷ { $money }, tăng trưởng { $growth } đ.%
assume-effect-prices = { $gdp } theo giá { $year }; tăng trưởng bình quân năm, như thẻ đầu trang
assume-effect-nothing = Không làm thay đổi chỉ tiêu nào, ở bất kỳ giá trị nào được phép.
assume-effect-elsewhere = Hiện không làm thay đổi { $gdp }; có thể làm thay đổi chỉ tiêu khác.

## Projects, parks, shocks

record-edit-project = Sửa dự án…
record-edit-park = Sửa khu công nghiệp…
record-edit-shock = Sửa cú sốc…
record-none-project = Nghiên cứu này không có dự án.
record-none-park = Nghiên cứu này không có khu công nghiệp.
record-none-shock = Nghiên cứu này không có cú sốc.
record-add-project = Thêm dự án
record-add-park = Thêm khu công nghiệp
record-add-shock = Thêm cú sốc
record-project-title = Dự án: { $name }
record-park-title = Khu công nghiệp: { $name }
record-shock-title = Cú sốc: { $name }
record-add-project-title = Dự án mới: { $name }
record-add-park-title = Khu công nghiệp mới: { $name }
record-add-shock-title = Cú sốc mới: { $name }
record-new-project = Dự án { $number }
record-new-park = Khu công nghiệp { $number }
record-new-shock = Cú sốc { $number }
record-name = Tên
record-sector = Khu vực nhận vốn
record-amount = Vốn đăng ký
record-own-realised = Tỷ lệ giải ngân riêng
record-realised = Tỷ lệ giải ngân
record-start = Năm bắt đầu giải ngân
record-profile = Tiến độ giải ngân
record-profile-year = Giải ngân năm { $year }
record-profile-add = Thêm năm
record-profile-remove = Bớt năm cuối
record-profile-refused = Các năm chưa giữ không bù được phần này; tổng phải bằng 100%.
record-jobs = Việc làm khi giải ngân đủ
record-premium = Hệ số năng suất
record-premium-unit = lần mức chung
record-in-baseline = Đường cơ sở đã gồm dự án này (chỉ phần chênh lệch được tính)
record-zone = Vùng
record-area = Diện tích cho thuê
record-opening = Năm mở cửa
record-ramp = Thời gian lấp đầy
record-occupancy = Tỷ lệ lấp đầy cao nhất
record-park-in-baseline = Đường cơ sở đã gồm khu này
record-shock-start = Năm xảy ra
record-depth = Độ sâu
record-depth-unit = % tiềm năng
record-half-life = Thời gian phai một nửa
record-scar = Phần mất vĩnh viễn
record-exposure = Mức phơi nhiễm theo khu vực
record-take-up = Áp dụng ngay trong “{ $name }”
record-add = Thêm
record-save = Lưu
record-delete = Xóa
record-delete-about = Xóa cả { $number } giả định của các kịch bản đặt theo mục này. Có thể hoàn tác.

## Growth and depth

converter-title = Đổi tốc độ tăng đã công bố thành độ sâu
converter-halves = Số liệu theo nửa năm
converter-observed = Tăng trưởng công bố
converter-first-half = Tăng 6 tháng đầu năm
converter-second-half = Tăng 6 tháng cuối năm
converter-weight = Tỷ trọng 6 tháng đầu
converter-expected = Tăng trưởng lẽ ra đạt
converter-result = Tăng { $observed }% thay vì { $expected }% để lại sản lượng thấp hơn { $depth }% so với mức lẽ ra đạt: độ sâu = 1 − (1 + { $observed }%)/(1 + { $expected }%) = { $depth }%.
converter-result-gain = Tăng { $observed }% không thấp hơn mức lẽ ra đạt { $expected }%: đây không phải cú sốc (độ sâu { $depth }%).
converter-impossible = Tăng trưởng lẽ ra đạt phải lớn hơn −100%.
converter-take = Dùng độ sâu này

## Steps of the history

edit-set-record = Sửa { $name }
edit-add-record = Thêm { $name }
edit-delete-record = Xóa { $name }

## Refusals

error-range-order = { $name }: mức thấp, cơ sở và cao không theo thứ tự.
error-range-order-hint = Nhập thấp ≤ cơ sở ≤ cao.
error-field-out-of-range = { $field } của { $name } là { $value }, phải nằm trong { $low } … { $high }.
error-field-out-of-range-hint = Nhập giá trị trong khoảng cho phép.
error-no-name = Chưa có tên.
error-no-name-hint = Nhập tên.

## Matrix

matrix-open = Bảng giả định
matrix-title = Bảng giả định
matrix-about = hàng là kịch bản, cột là giả định; chữ đậm khác kịch bản cha
matrix-close = Đóng bảng giả định
matrix-add-column = Thêm cột giả định
matrix-remove-column = Bỏ cột { $name }
matrix-empty = Chưa có cột nào. Tìm một giả định để thêm.
