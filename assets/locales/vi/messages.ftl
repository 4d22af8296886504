### Errors, warnings, questions and remarks: what is so, and in -hint what to change.

## The model: errors

error-capital-not-positive = Vốn của { $sector } năm { $year } không còn dương ({ $value }).
error-capital-not-positive-hint = Tăng tỷ lệ đầu tư hoặc giảm khấu hao.
error-labour-not-positive = Lao động { $sector } năm { $year } bằng { $value }: tốc độ dịch chuyển { $rate }% quá lớn.
error-labour-not-positive-hint = Giảm tốc độ dịch chuyển khỏi nông nghiệp hoặc tăng cầu lao động của ngành.
error-shares-not-one = Tổng cơ cấu là { $value }%, cần 100%.
error-shares-not-one-hint = Sửa các tỷ trọng của { $group } để tổng bằng 100%.
error-share-target-out-of-range = Tỷ trọng phải nằm trong (0;100)%.
error-share-target-out-of-range-hint = Giá trị đã nhập là { $value }%; sửa chỉ tiêu { $name }.
error-tax-negative = Tỷ lệ thuế sản phẩm năm { $year } là { $value }%, không được âm.
error-tax-negative-hint = Nhập tỷ lệ thuế sản phẩm từ 0% trở lên.
error-residual-not-positive = Các mục tiêu mâu thuẫn: phần còn lại cho dịch vụ năm { $year } là { $value }.
error-residual-not-positive-hint = Giảm chỉ tiêu công nghiệp, tăng GRDP hoặc kiểm tra loại giá của tỷ trọng.
error-target-in-the-past = Năm { $year } đã có số thực tế; không thể đặt mục tiêu cho quá khứ.
error-target-in-the-past-hint = So sánh thực tế với mục tiêu?
error-shock-too-deep = Cú sốc vượt 100% sản lượng.
error-shock-too-deep-hint = Giảm độ sâu hoặc mức phơi nhiễm của { $sector } năm { $year }.
error-input-coefficients = Hệ số đầu vào của { $sector } cộng lại >= 1.
error-input-coefficients-hint = Giảm hệ số đầu vào; tổng hiện là { $value }.
error-spillover-singular = Ma trận lan tỏa không nghịch đảo được.
error-spillover-singular-hint = Kiểm tra hệ số đầu vào của các ngành.
error-elasticity-out-of-range = Hệ số co giãn vốn của { $sector } là { $value }, phải nằm trong [0;1).
error-elasticity-out-of-range-hint = Sửa hệ số co giãn vốn của { $sector }.
error-depreciation-out-of-range = Khấu hao của { $sector } là { $value }%, phải nằm trong [0;100)%.
error-depreciation-out-of-range-hint = Sửa tỷ lệ khấu hao của { $sector }.
error-persistence-out-of-range = Hệ số tự tương quan của { $sector } là { $value }, phải nằm trong (−1;1).
error-persistence-out-of-range-hint = Sửa hệ số tự tương quan của { $sector }.
error-correlation-not-definite = Ma trận tương quan không hợp lệ tại ô { $row } × { $column }.
error-correlation-not-definite-hint = Dùng ma trận hợp lệ gần nhất: ô này bằng { $value }?
error-mixed-vintage = Hai số khác kỳ công bố: { $first } và { $second }.
error-mixed-vintage-hint = Dùng hai số cùng kỳ công bố hoặc quy về một chuỗi.
error-mixed-boundary = Hai số khác địa giới: { $first } và { $second }.
error-mixed-boundary-hint = Dùng hai số cùng địa giới.
error-mixed-price-basis = Hai số khác loại giá: { $first } và { $second }.
error-mixed-price-basis-hint = Đổi cả hai về giá so sánh hoặc giá hiện hành.
error-not-finite = { $variable } của { $sector } năm { $year } không phải là số hữu hạn.
error-not-finite-hint = Kiểm tra { $lever }; giá trị hiện là { $value }.
error-too-large = { $variable } của { $sector } năm { $year } là { $value }, vượt mức mô hình cho phép.
error-too-large-hint = Kiểm tra đơn vị và dấu thập phân.
error-missing-year = Thiếu số của { $name } năm { $year }.
error-missing-year-hint = Thêm số của năm { $year } hoặc dùng nội suy.
error-duplicate-year = Năm { $year } của { $name } xuất hiện hai lần.
error-duplicate-year-hint = Xóa một trong hai dòng.
error-negative-capital = Vốn ban đầu của { $sector } là { $value }, phải lớn hơn 0.
error-negative-capital-hint = Nhập vốn đầu kỳ của { $sector } bằng số dương.
error-output-not-positive = Sản lượng của { $sector } năm { $year } là { $value }, phải lớn hơn 0.
error-output-not-positive-hint = Sửa số năm gốc hoặc tốc độ tăng trưởng của { $sector }.
error-value-out-of-range = { $name } là { $value }, phải nằm trong { $low } … { $high }.
error-value-out-of-range-hint = Nhập giá trị trong khoảng cho phép.
error-share-out-of-range = { $name } là { $value }%, phải nằm trong 0 … 100%.
error-share-out-of-range-hint = Nhập tỷ trọng từ 0% đến 100%.
error-shares-all-pinned = Mọi tỷ trọng còn lại đều đã ghim.
error-shares-all-pinned-hint = Bỏ ghim một tỷ trọng trước khi sửa.
error-horizon = Năm cuối { $year } phải sau năm gốc { $base } và không quá { $last }.
error-horizon-hint = Chọn năm cuối khác.
error-target-before-base = Chỉ tiêu { $name } đặt cho năm { $year }, không sau năm gốc { $base }.
error-target-before-base-hint = Sửa năm của chỉ tiêu hoặc năm gốc.
error-unknown-sector = Không có khu vực { $name }.
error-unknown-sector-hint = Các khu vực của nghiên cứu: { $known }.
error-unknown-scenario = Không có kịch bản { $name }.
error-unknown-scenario-hint = Các kịch bản của nghiên cứu: { $known }.
error-unknown-lever = Không có giả định { $name }.
error-unknown-lever-hint = Gõ `kichban list` để xem mọi giả định.
error-scenario-cycle = Kịch bản { $name } dựa trên chính nó.
error-scenario-cycle-hint = Chọn kịch bản gốc khác cho { $name }.
error-last-scenario = Không xóa được đường cơ sở { $name }.
error-last-scenario-hint = Ẩn nó trong danh sách nếu không cần xem.

## The model: warnings

warning-beyond-calibration = Sau { $year } mô hình giữ giả định năm cuối; dải bất định chưa được kiểm chứng.
warning-beyond-calibration-hint = Đặt năm cuối là { $year } hoặc nhập giả định cho các năm sau.
warning-short-history = Chỉ có { $count } năm: độ rộng dải dùng giá trị tham chiếu.
warning-short-history-hint = Thêm số liệu thực tế để có ít nhất 8 năm.
warning-spillover-clamped = Lan tỏa làm { $sector } âm; đã chặn ở 0.
warning-spillover-clamped-hint = Giảm hệ số lan tỏa hoặc độ sâu cú sốc năm { $year }.
warning-labour-gap = Thiếu { $value } nghìn lao động năm { $year }; cần nhập cư hoặc bật ràng buộc.
warning-labour-gap-hint = Tăng di cư thuần, tỷ lệ tham gia hoặc bật ràng buộc lao động.
warning-employment-high = Tỷ lệ có việc làm/dân số { $value }% cao bất thường.
warning-employment-high-hint = Kiểm tra dân số, di cư và cầu lao động năm { $year }.
warning-unemployment-negative = Tỷ lệ thất nghiệp ngầm định năm { $year } là { $value }%, không thể âm.
warning-unemployment-negative-hint = Tăng cung lao động hoặc bật ràng buộc lao động.
warning-tfp-implausible = TFP ngầm định { $value }%/năm, ngoài kinh nghiệm lịch sử.
warning-tfp-implausible-hint = Kiểm tra tăng năng suất và đầu tư của { $sector }.
warning-project-double-counted = Dự án có thể đã nằm trong số liệu gốc: nguy cơ tính trùng.
warning-project-double-counted-hint = Đánh dấu { $name } là đã có trong đường cơ sở hoặc dời năm bắt đầu.
warning-mixed-display = Hai số khác kỳ công bố / địa giới / loại giá.
warning-mixed-display-hint = Chỉ so sánh các số cùng kỳ công bố, địa giới và loại giá.
warning-beyond-soft-range = { $name } là { $value }, ngoài khoảng thường gặp { $low } … { $high }.
warning-beyond-soft-range-hint = Giá trị được giữ; ghi lý do vào ghi chú.

## The model: outcomes and remarks

outcome-not-attainable = Không đạt được trong giới hạn đã đặt: tốt nhất { $best }, thiếu { $gap }. Chạm trần: { $levers }.
outcome-not-attainable-hint = Nới giới hạn của { $first } trước.
outcome-land-binds = Đất công nghiệp đang giới hạn sản lượng; tăng { $lever } không có tác dụng.
outcome-land-binds-hint = Mở thêm khu công nghiệp hoặc tắt giới hạn đất.
outcome-no-solution = Không có giá trị nào của { $lever } đạt được { $value }.
outcome-no-solution-hint = Chọn giả định khác hoặc kéo nhiều giả định cùng lúc.
note-inert-lever = Trong chế độ năng suất, { $lever } không đổi sản lượng; chuyển sang chế độ vốn.
note-inert-lever-hint = Chuyển sang Vốn để giả định này tác động.
note-inert-investment = Trong chế độ năng suất, tỷ lệ đầu tư không đổi sản lượng; chuyển sang chế độ vốn.
note-inert-investment-hint = Chuyển sang Vốn để tỷ lệ đầu tư tác động.
note-icor-undefined = Không xác định (GRDP giảm).
note-icor-undefined-hint = ICOR chỉ có nghĩa khi GRDP tăng.
note-shares-normalised = Cơ cấu cộng lại { $value }% đã được quy về 100%.
note-shares-normalised-hint = Sửa các tỷ trọng nếu cần số chính xác.
note-no-draw-reaches = < 1%
note-no-draw-reaches-hint = Không đường mô phỏng nào đạt; xác suất không bao giờ được ghi là 0%.
note-every-draw-reaches = > 99%
note-every-draw-reaches-hint = Mọi đường mô phỏng đều đạt; xác suất không bao giờ được ghi là 100%.

## Numbers as typed

error-number-empty = Chưa nhập số.
error-number-empty-hint = Nhập một số, ví dụ 12,5.
error-number-unreadable = “{ $value }” không phải là số.
error-number-unreadable-hint = Chỉ dùng chữ số, một dấu thập phân và dấu phân cách hàng nghìn.
error-number-not-finite = Số quá lớn hoặc không hữu hạn.
error-number-not-finite-hint = Kiểm tra đơn vị và số chữ số.
question-decimal-mark = “{ $value }” là { $thousands } hay { $decimal }?
question-decimal-mark-hint = Dấu đó là dấu thập phân hay dấu hàng nghìn?
question-decimal-mark-column = Dấu “{ $mark }” là thập phân hay hàng nghìn?
question-decimal-mark-column-hint = Cách đọc thứ nhất: { $first }; cách đọc thứ hai: { $second }.

## Files

error-file-syntax = { $path }, dòng { $line }, cột { $column }: không đọc được nội dung.
error-file-syntax-hint = Sửa chỗ đó hoặc mở bản sao lưu. Chi tiết: { $detail }.
error-file-truncated = { $path } bị cắt ngang ở dòng { $line }, cột { $column }.
error-file-truncated-hint = Tệp chưa được ghi hoặc chép trọn vẹn; mở bản sao lưu.
error-file-unknown-field = { $path }, dòng { $line }, cột { $column }: không có trường “{ $field }”.
error-file-unknown-field-hint = Các trường được phép: { $known }.
error-file-missing-field = { $path }, dòng { $line }, cột { $column }: thiếu trường “{ $field }”.
error-file-missing-field-hint = Thêm trường “{ $field }”.
error-file-duplicate-year = { $path }, dòng { $line }, cột { $column }: năm { $year } xuất hiện hai lần.
error-file-duplicate-year-hint = Xóa một trong hai dòng.
error-file-share-out-of-range = { $path }, dòng { $line }, cột { $column }: tỷ trọng { $value } nằm ngoài 0 … 1.
error-file-share-out-of-range-hint = Trong tệp, tỷ trọng là số từ 0 đến 1: 0.726, không phải 72.6.
error-file-newer = { $path } có định dạng phiên bản { $version }, mới hơn chương trình này ({ $supported }).
error-file-newer-hint = Cài phiên bản mới hơn của Kịch Bản; tệp không bị thay đổi.
error-file-unknown-reference = { $path }: { $place } nhắc đến “{ $name }”, không có trong nghiên cứu.
error-file-unknown-reference-hint = Sửa tên hoặc thêm “{ $name }”. Có sẵn: { $known }.
error-file-missing-figure = { $path }: thiếu { $variable } của { $sector } năm { $year }.
error-file-missing-figure-hint = Thêm số đó vào phần số liệu thực tế.
error-file-not-utf8 = { $path } không phải là văn bản UTF-8 (byte { $byte }).
error-file-not-utf8-hint = Lưu lại tệp với bảng mã UTF-8.
error-file-too-large = { $path } có { $size } MB, quá giới hạn { $limit } MB.
error-file-too-large-hint = Kiểm tra đây có đúng là tệp nghiên cứu.
error-file-too-deep = { $path }, dòng { $line }, cột { $column }: lồng nhau quá sâu.
error-file-too-deep-hint = Kiểm tra đây có đúng là tệp nghiên cứu.
error-file-unreadable = Không đọc được { $path }: { $reason }.
error-file-unreadable-hint = Kiểm tra đường dẫn và quyền đọc.
error-file-not-found = Không có tệp { $path }.
error-file-not-found-hint = Kiểm tra đường dẫn.
error-file-unwritable = Không ghi được { $path }: { $reason }.
error-file-unwritable-hint = Chọn thư mục khác; tệp cũ vẫn nguyên vẹn.
error-file-empty = { $path } không có nội dung.
error-file-empty-hint = Mở bản sao lưu hoặc tạo nghiên cứu mới.
error-table-cell = { $path }, ô { $cell }: “{ $value }” không phải là số.
error-table-cell-hint = Sửa ô đó; ô trống nghĩa là không có số.
