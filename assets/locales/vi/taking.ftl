### Lấy số liệu từ tệp vào nghiên cứu, và nghiên cứu mới.

## Các bước và tiêu đề

import-title = Lấy số liệu từ tệp
import-title-new = Nghiên cứu mới từ tệp
import-steps = Các bước
import-step-file = Tệp
import-step-tables = Bảng
import-step-cells = Ô và dòng
import-step-questions = Câu hỏi
import-step-lines = Khu vực
import-step-take = Kiểm tra, lấy vào
import-unchanged = Chưa có gì đổi trong nghiên cứu: lấy vào là một bước, hoàn tác được
import-every-value = Mọi giá trị giữ tên tệp, trang và ô nguồn
import-choose = Chọn tệp…
import-choose-other = Chọn tệp khác…
import-cancel = Hủy
import-back = Quay lại
import-next-tables = Tiếp: bảng
import-next-cells = Tiếp: xem từng ô
import-next-questions = Tiếp: câu hỏi
import-next-lines = Tiếp: khu vực
import-next-take = Tiếp: kiểm tra, lấy vào
import-accept-all = Nhận mọi đề xuất
import-accept-answers = Nhận các đề xuất và tiếp tục
import-take-figures = Lấy { $count } số liệu
import-take-study = Tạo nghiên cứu
import-nothing-new = Đóng: không có gì mới
import-drop = Thả tệp vào đây, hoặc chọn tệp.
import-drop-about = Bảng tính (.xlsx, .xls, .ods), văn bản (.csv, .tsv), PC-Axis (.px) và XML 2003 như cơ quan thống kê công bố. Từ bảng tính, chép các ô cùng tiêu đề rồi nhấn Ctrl+V ở đây.

## Bảng

import-tables-found = Bảng tìm thấy
import-tables-count = { $ticked } trong { $total } bảng được chọn
import-list-unfit = hiện { $count } bảng không hợp
import-hide-unfit = ẩn bảng không hợp
import-fits = hợp: { $labels } dòng, { $sums } tổng khớp với các phần
import-fits-plain = hợp: { $labels } dòng
import-sheet-place = trang { $sheet }
import-rows-place = dòng { $first }–{ $last }
import-measure = Bảng đo gì
import-territory = Lãnh thổ trong tệp
import-territory-none = không ghi tên
import-legend-head = đầu bảng, tiêu đề
import-legend-label = nhãn dòng
import-legend-value = số liệu
import-legend-total = tổng, đã khớp với các phần
import-legend-out = bỏ ra, không phải số liệu
import-legend-doubt = dựa trên đề xuất
import-will-take = Ô sẽ lấy vào
import-estimates = Ước tính và sơ bộ
import-sums-agree = Tổng khớp với các phần
import-left-out-rows = Dòng và cột bỏ ra

## Ô

import-chosen-none = Bấm vào một số để thấy các ô mà số đó dựa vào.
import-chosen-heads = tiêu đề và nhãn { $heads }
import-bar-taken = { $count } số liệu lấy vào
import-bar-left = { $count } ô bỏ ra
import-bar-left-by = { $why }: { $count }
import-mark-estimate = ước tính
import-mark-assumed = dựa trên đề xuất
import-mark-missing = không có giá trị
import-mark-left = bỏ ra
import-column-line = Dòng
import-column-cell = Ô
import-sum-ok = ✓ { $count } phần
import-no-table = Chưa chọn bảng nào.

## Câu hỏi

import-no-questions = Không phải hỏi gì: đơn vị, năm và loại giá đều có trong tệp.
import-must = phải trả lời
import-may = có thể để sau
import-proposed = đề xuất
import-question-effect = Quyết định { $count } ô
import-question-of = Bảng “{ $title }”, trang { $sheet }
import-question-of-file = Cả tệp
import-answer-other = Trả lời khác
import-answer-set = Đặt

## Khu vực

import-lines-about = Mỗi nhãn trong tệp và dòng của nghiên cứu mà nhãn đó chỉ.
import-lines-detail = Khu vực của nghiên cứu mới
import-detail-main = các khu vực chính
import-detail-fine = mọi ngành
import-role = Dòng của nghiên cứu
import-role-total = Toàn lãnh thổ
import-role-taxes = Thuế sản phẩm trừ trợ cấp
import-role-left = Bỏ ra
import-role-same = Khu vực “{ $name }”
import-role-group = Nhóm “{ $name }”

## Kiểm tra, lấy vào

import-change-new = mới
import-change-same = đã có, cùng giá trị
import-change-revised = điều chỉnh
import-change-beside = kỳ công bố khác có giá trị khác
import-count-new = Số liệu mới
import-count-same = Đã có trong nghiên cứu, cùng giá trị
import-count-revised = Thay giá trị của cùng kỳ công bố
import-count-beside = Đứng cạnh giá trị của kỳ công bố khác
import-vintage = Kỳ công bố
import-recipe = Giữ các câu trả lời với tên
import-recipe-about = Tệp năm sau sẽ được đọc với các câu trả lời này, chỉ hỏi điều mới.
import-before-after = { $before } → { $after }
import-column-change = So với nghiên cứu
import-column-before = Trong nghiên cứu
import-column-now = Trong tệp
import-frame = Nghiên cứu
import-frame-name = Tên
import-frame-territory = Lãnh thổ
import-frame-base = Năm thực tế cuối
import-frame-horizon = Dự phóng đến năm
import-frame-price-base = Giá so sánh năm
import-frame-growth = Tăng trưởng mỗi năm khi chưa đủ chuỗi, %
import-frame-growth-about = Chỉ hỏi khi tệp có ít hơn năm mức tăng của tổng; khi đó đường này được gọi là giả định của bạn.
import-checks = Kết quả kiểm tra
import-checks-none = Tổng, bước nhảy, độ lớn: không thấy gì lạ.

taking-file = { $form }, { $sheets }{ $converted }, { $tables }
taking-sheets = { $count } trang tính
taking-tables = { $count } bảng hợp với nghiên cứu
taking-converted = , chữ đã chuyển từ TCVN3
taking-conversion = “{ $before }” → “{ $after }”
taking-constant = { $quantity }, giá so sánh { $year }
taking-unfit-level = không lấy: chỉ số, tốc độ tăng và tỷ trọng suy ra từ mức
taking-unfit-period = không lấy: theo tháng hoặc quý
taking-unfit-year = không lấy: không rõ năm
taking-unfit-unit = không lấy: đơn vị không đo đại lượng nào của nghiên cứu
taking-unfit-quantity = không lấy: nghiên cứu không dùng
taking-unfit-prices = không lấy: không rõ loại giá
taking-unfit-empty = không lấy: không có giá trị
taking-left-no-value = tệp không có giá trị
taking-left-no-line = nhãn không chỉ dòng nào
taking-left-repeated = vẫn số liệu đó, lặp lại
taking-left-contradicts = ô khác cho cùng số liệu với giá trị khác
taking-row-hidden = bị ẩn trong tệp
taking-row-technical = số thứ tự cột hoặc mã
taking-row-no-label = số không có nhãn
taking-row-no-head = cột không có tiêu đề
taking-row-repeated = dòng lặp lại
taking-row-variant = tổng đã trừ bớt một phần
taking-row-note = ghi chú
taking-by-name = theo tên
taking-by-synonym = theo tên khác của ngành
taking-by-sum = theo tổng
taking-by-part = đã nằm trong dòng trên
taking-by-person = theo bạn
taking-by-nothing = chưa tìm thấy
taking-question = { $topic }?
taking-no-territory = Lãnh thổ chưa có tên.
taking-no-territory-hint = Hãy đặt tên lãnh thổ của nghiên cứu.
taking-no-output = Chưa có giá trị tăng thêm theo khu vực.
taking-no-output-hint = Hãy chọn bảng giá trị tăng thêm theo ngành.
taking-gap-in-base = Năm { $year } thiếu giá trị tăng thêm của: { $lines }.
taking-gap-in-base-hint = Hãy chọn năm gốc khác hoặc bỏ các khu vực này.
taking-no-price-base = Không rõ giá so sánh của năm nào.
taking-no-price-base-hint = Hãy nêu năm đó.
taking-no-growth = Tệp có ít hơn năm mức tăng của tổng nên không thể nối tiếp chuỗi.
taking-no-growth-hint = Hãy nêu mức tăng trưởng mỗi năm bạn giả định, %.
taking-open-questions = Còn { $count } câu hỏi phải trả lời trước.

edit-take-figures = Số liệu từ { $name }
edit-set-frame = Nghiên cứu “{ $name }”
edit-set-recipes = Cách lấy số liệu đã ghi nhớ
menu-file-import = Lấy số liệu từ tệp…
menu-file-new-from-file = Nghiên cứu mới từ tệp…
dialog-office-files = Tệp của cơ quan thống kê
taking-open-questions-hint = Hãy trả lời trong cửa sổ, hoặc trong tệp câu trả lời theo mã câu hỏi.

cli-new-about = Tạo nghiên cứu từ tệp của cơ quan thống kê
cli-import-about = Cho xem tệp sẽ đổi gì trong nghiên cứu; có --out thì ghi lại
cli-option-territory = Lãnh thổ: như tệp ghi, hoặc tên lãnh thổ của nghiên cứu mới
cli-option-vintage = Kỳ công bố của số liệu lấy vào
cli-option-recipe = Giữ các câu trả lời trong nghiên cứu với tên này
cli-option-name = Tên nghiên cứu mới
cli-option-base-year = Năm thực tế cuối
cli-option-horizon = Năm dự phóng cuối
cli-option-price-base = Năm giá so sánh
cli-option-growth = Tăng trưởng giả định mỗi năm, %, khi chưa đủ chuỗi
cli-option-sectors = Khu vực: các khu vực chính, hoặc mọi ngành
column-change = So với nghiên cứu
column-before = Trong nghiên cứu
column-sheet = Trang
column-cell = Ô
taking-remainder = Năm { $year } các khu vực còn để lại { $share } của tổng.
taking-remainder-hint = Hãy nói phần đó là thuế sản phẩm trừ trợ cấp, hoặc lấy bảng có dòng thuế.
import-frame-remainder = Phần còn lại của tổng là thuế sản phẩm trừ trợ cấp
import-into-study = Vào nghiên cứu đang mở
import-as-study = Nghiên cứu mới
import-goal = Để làm gì
import-type = Gõ hoặc dán số liệu…
import-type-blank = Tỉnh trống: gõ số liệu…
import-type-title = Nhập số liệu bằng tay
import-typed-about = Mỗi dòng là một khu vực, mỗi cột một năm. Dán cả khối từ bảng tính vào ô bất kỳ; ô trống là khoảng trống.
import-typed-quantity = Đại lượng
import-typed-unit = Đơn vị
import-typed-first = Năm đầu
import-typed-last = Năm cuối
import-typed-add = Thêm dòng
import-typed-line = Dòng { $number }
import-typed-cell = { $line }, { $year }
import-typed-next = Tiếp: kiểm tra, lấy vào
import-typed-empty = Chưa ô nào có số.
import-typed-empty-hint = Hãy gõ hoặc dán số liệu, hoặc hủy.
import-typed-word = { $line }, { $year }: “{ $text }” không phải số.
import-typed-word-hint = Hãy gõ một số, hoặc xóa ô: khi đó là khoảng trống.
import-typed-name = nhap-tay
import-shipped = Nghiên cứu có sẵn
cli-option-remainder-is-taxes = Phần còn lại của tổng sau các khu vực là thuế sản phẩm trừ trợ cấp
import-sector-agriculture = Nông, lâm nghiệp và thủy sản
import-sector-industry = Công nghiệp và xây dựng
import-sector-services = Dịch vụ
