### The window: menus, views, assumptions, cards, charts, dialogs, status bar.

## The program

app-name = Kịch Bản
app-title = { $study } – Kịch Bản
app-title-unsaved = { $study } * – Kịch Bản
app-tagline = Mô phỏng kịch bản quy hoạch tỉnh
app-version = Phiên bản { $version }

## Menus: headings

menu-file = Tệp
menu-edit = Sửa
menu-scenario = Kịch bản
menu-view = Xem
menu-help = Trợ giúp

## Menus: File

menu-file-new = Nghiên cứu mới
menu-file-open = Mở…
menu-file-open-recent = Mở gần đây
menu-file-open-shipped = Mở nghiên cứu mẫu
menu-file-save = Lưu
menu-file-save-as = Lưu với tên khác…
menu-file-note = Bản trả lời…
menu-file-export = Xuất…
menu-file-quit = Thoát

## Menus: Edit

menu-edit-undo = Hoàn tác
menu-edit-redo = Làm lại
menu-edit-undo-step = Hoàn tác: { $step }
menu-edit-redo-step = Làm lại: { $step }
menu-edit-find = Tìm giả định

## Menus: Scenario

menu-scenario-duplicate = Nhân bản…
menu-scenario-new-from = Tạo từ kịch bản này…
menu-scenario-rename = Tên và câu hỏi…
menu-scenario-delete = Xóa
menu-scenario-pin = Ghim làm mốc so sánh
menu-scenario-show = Hiện
menu-scenario-hide = Ẩn
menu-scenario-colour = Màu
menu-scenario-reset = Đặt lại mọi giả định

## Menus: View

menu-view-language = Ngôn ngữ
menu-view-language-vi = Tiếng Việt
menu-view-language-en = English
menu-view-theme = Giao diện
menu-view-theme-light = Sáng
menu-view-theme-dark = Tối
menu-view-renderer = Cách vẽ, từ lần mở sau
menu-view-renderer-auto = Vẽ bằng OpenGL nếu được (từ lần mở sau)
menu-view-renderer-cpu = Vẽ bằng bộ xử lý (từ lần mở sau)
menu-view-text-larger = Chữ lớn hơn
menu-view-text-smaller = Chữ nhỏ hơn
menu-view-text-normal = Cỡ chữ chuẩn
menu-view-left-column = Cột bên trái
menu-view-details = Chi tiết
menu-view-present = Trình chiếu
menu-view-full-screen = Toàn màn hình
present-pages = Trang trình chiếu
present-pages-about = Các trang theo thứ tự này; mỗi trang hiện khung nhìn cùng kịch bản và cách hiển thị lúc thêm trang.
present-pages-none = Chưa có danh sách: trình chiếu đi qua mọi khung nhìn. Thêm khung nhìn đang mở để lập danh sách riêng.
present-pages-add = Thêm khung nhìn đang mở
present-page = Trang { $number } trên { $count }: { $name }
present-page-name = Tên trang { $number }
present-page-raise = Lên
present-page-raise-of = Chuyển lên: { $name }
present-page-remove = Bỏ
present-page-remove-of = Bỏ: { $name }
present-back = Trang trước
present-on = Trang sau
present-keys = ← → đổi trang · Esc thoát
present-assumption-add = Hiện khi trình chiếu
present-assumption-drop = Không hiện khi trình chiếu
present-assumptions-about = Chọn giả định để thay đổi khi trình chiếu trong menu của giả định; nếu không chọn, đó là các giả định đầu tiên mà kịch bản đặt và có tác dụng.

## Menus: Help

menu-help-shortcuts = Phím tắt
menu-help-tour = Hướng dẫn nhanh

## Views

view-overview = Tổng quan
view-compare = So sánh
view-sectors = Khu vực
view-targets = Chỉ tiêu
view-uncertainty = Bất định
view-audit = Kiểm tra kế hoạch
view-data = Số liệu
view-table = Bảng
view-model = Mô hình

## Scenario list

scenarios-heading = Kịch bản
scenarios-figure = { $gdp } { $year }, nghìn tỷ { $money }
scenarios-add = Kịch bản mới từ bản đang chọn
scenarios-pinned = ghim
scenarios-new-name = Kịch bản { $number }
scenarios-copy-name = { $name } (bản sao)
scenarios-show = Hiện { $name }
scenarios-hide = Ẩn { $name }
scenarios-fold = Thu gọn các kịch bản thuộc { $name }
scenarios-unfold = Mở các kịch bản thuộc { $name }
scenarios-divider = Chiều cao danh sách kịch bản

## Assumptions

levers-heading = Giả định
levers-find-clear = Xóa tìm kiếm
levers-added-to = Cộng vào { $from }%/năm, bình quân { $period }: tổng { $to }%/năm
levers-only-different = Chỉ phần khác
levers-find = Tìm giả định
levers-none-found = Không có giả định nào khớp “{ $text }”
levers-none-differ = Kịch bản này chưa thay đổi giả định nào
levers-changed = { $count } thay đổi
levers-reset = Đặt lại
levers-reset-to-parent = Đặt lại theo { $name }
levers-reset-to-default = Đặt lại mặc định
levers-switch-to-capital = Chuyển sang Vốn
levers-beyond-soft = Ngoài khoảng thường gặp { $low } … { $high }
levers-beyond-hard = Phải nằm trong { $low } … { $high }
levers-on = bật
levers-off = tắt

## Groups of assumptions

group-growth = Tăng trưởng và năng suất
group-labour = Lao động và dân số
group-investment = Đầu tư, FDI và dự án
group-land = Đất và khu công nghiệp
group-shocks = Cú sốc
group-prices = Giá và tỷ giá

## Closures

closure-productivity = Lao động × năng suất
closure-capital = Vốn
closure-productivity-about = Năng suất cho trước; TFP là phần ngầm định
closure-capital-about = TFP cho trước; năng suất tính từ vốn, lao động và kỹ năng
closure-capital-assumes = Chế độ vốn dùng năm giả định không được công bố: vốn ban đầu, hệ số co giãn, khấu hao, tỷ lệ và cơ cấu đầu tư
closure-status = Cách khép kín: { $closure }

## Status of a figure

source-published = công bố
source-derived = suy ra
source-assumed = giả định
source-document = Nguồn
source-condensed = tóm lược
source-note = Ghi chú

## History and projection

series-actual = thực tế
series-projected = dự phóng

## Sectors and the lines of output

sector-taxes = Thuế sản phẩm trừ trợ cấp sản phẩm
sector-total = Toàn địa bàn

## Cards

card-against-pinned = so với { $baseline } (ghim)
card-against = so với { $baseline } (ghim) và các chỉ tiêu của quy hoạch
card-grdp = { $gdp } { $year }
card-growth = Tăng trưởng { $gdp } { $period }
card-other-series = { $year }: khác đợt
card-other-series-told = Mức năm { $year } làm gốc thuộc đợt số liệu “{ $first }”; mức thực tế mới nhất thuộc đợt “{ $last }”.
card-share = Tỷ trọng { $line } { $year }
card-employment = Lao động { $line } { $year }
card-productivity = Năng suất { $line } { $year }
card-per-head = { $gdp } đầu người { $year }
card-target = Chỉ tiêu { $value }
card-implied = Suy ra { $value }
card-baseline = { $name } { $value }
card-usd = { $value } USD

## Charts: how a figure is shown

display-level = Mức
display-difference = Chênh lệch
display-growth = Tăng trưởng
display-share = Tỷ trọng
display-index = { $year } = 100
display-overlay = Chồng
display-multiples = Ô nhỏ

## Charts: titles and units

chart-output = Giá trị tăng thêm theo khu vực
chart-output-unit = nghìn tỷ { $money }, giá so sánh { $base }
chart-growth = Tăng trưởng { $gdp }
chart-growth-unit = % so với năm trước, giá so sánh { $base }
chart-employment = Lao động { $line }
chart-employment-unit = nghìn người · gốc { $years } là giả định
chart-employment-unit-plain = nghìn người
chart-share = Tỷ trọng { $line } trong { $gdp }
chart-share-unit-constant = %, giá so sánh { $base }
chart-share-unit-current = %, giá hiện hành
chart-axis-from = trục từ { $value }
chart-no-series = Chưa có số liệu. Nhập ở mục Số liệu.
chart-copy-table = Sao chép bảng số
chart-save-picture = Lưu hình…
chart-reset-zoom = Về toàn cảnh
chart-keep-axis = Giữ nguyên trục đứng
chart-free-axis = Để trục đứng theo số liệu
chart-axis-kept = giữ nguyên trục
chart-axis-left = giữ nguyên trục, có giá trị nằm ngoài
chart-described = { $title }, { $unit }

## Overview and compare

compare-base = mốc: { $name } (ghim)
compare-difference = Chênh lệch so với { $name }
compare-results = Kết quả và chênh lệch
compare-results-about = mức { $year } và phần hơn (+) kém (−) { $name }
compare-year = Năm { $year }
compare-labour-margin = Dư cung lao động
compare-assumptions = Giả định khác nhau
why-by-group = Theo nhóm
why-one-by-one = Từng giả định
why-grouping = Cách chia chênh lệch
why-nothing-here = không đổi năm { $year }; nhiều nhất năm { $peak }: { $value }
why-nothing = không đổi năm { $year }
compare-sums = Tổng đóng góp khớp chênh lệch: { $sum } = { $difference }

## Sectors

sectors-output = Giá trị tăng thêm
sectors-employment = Lao động
sectors-productivity = Năng suất lao động
sectors-capital = Vốn
sectors-tfp = TFP
sectors-tfp-implied = TFP ngầm định
sectors-project-jobs = Việc làm từ dự án

## Targets

targets-title = Chỉ tiêu và tăng trưởng còn phải đạt
targets-from = Năm bắt đầu tính mức tăng cần có
targets-from-year = Từ { $year }
targets-no-record = chưa có chuỗi thực tế để so
targets-legend-record = tăng trưởng từng năm đã qua
targets-legend-needed = cần đạt, cao hơn mọi năm
targets-legend-off-scale = ngoài thang
targets-grdp = { $gdp }
targets-grown = { $line } cho { $wanted }, { $period }
targets-some-missing = “–”: dự phóng đó không có các năm của chỉ tiêu, hoặc không có mức của năm liền trước.
targets-start-unknown = Chưa đối chiếu được { $name } { $period }: không có mức năm { $year }. Hãy thêm mức năm { $year } vào số liệu quan sát.
targets-outside = Phần ngoài { $line }
targets-best = kỷ lục { $value } ({ $year })
targets-legend-trend = xu thế giả định
targets-legend-trend-of-record = xu thế theo số liệu
targets-legend-within = cần đạt, trong phạm vi kỷ lục
targets-levels = Mức và tăng trưởng còn phải đạt
targets-levels-about = từ số thực tế mới nhất đến từng chỉ tiêu, sản lượng theo giá so sánh { $year }; chênh của { $name }
targets-rates = Tăng trưởng và tỷ trọng
targets-rates-about = bình quân trong kỳ; chênh của { $name } tính bằng điểm
targets-none = Nghiên cứu không nêu chỉ tiêu nào mà kịch bản có thể đạt.
empty-to-targets = Thêm chỉ tiêu trong Số liệu
targets-more = Còn { $count } kịch bản đang hiện; ẩn bớt để xem số của chúng ở đây.
targets-part = Khi đã biết một phần năm
targets-part-about = nhập tốc độ tăng những tháng đầu, đọc tốc độ phải đạt trong phần còn lại
targets-part-line = Khu vực
targets-part-wanted = Muốn đạt cả năm { $year }
targets-part-known = Tốc độ tăng { $months } tháng đầu
targets-part-months = Số tháng đã biết
targets-part-weight = Tỷ trọng của chúng trong sản lượng năm trước
targets-part-rest = Phần còn lại của { $year } phải tăng { $value }.
targets-part-missing = Nhập tốc độ tăng của những tháng đã biết.
targets-part-from-target = Muốn đạt: tốc độ mỗi năm mà chỉ tiêu { $year } còn cần.
targets-part-from-source = Đã biết: { $source }.
targets-attained = Đạt được
targets-overshot = Không đạt được, vượt { $gap }
targets-not-attained = Không đạt được, thiếu { $gap }
targets-room = { $share } dư địa
targets-at-bound = chạm trần
targets-make-scenario = Tạo kịch bản từ lời giải
targets-widen = Nới giới hạn { $lever }…
targets-set-best = Đặt mức { $value }

## Plan audit

audit-title = Kế hoạch có khớp không?
audit-disagree = { $count } không khớp
audit-agree = { $count } khớp
audit-information = { $count } để biết
audit-explained = { $count } đã giải thích
audit-below = dưới mức đã nêu
audit-above = trên kỷ lục hoặc giới hạn
audit-contradicts = mâu thuẫn hoặc không nêu
audit-agrees = khớp
audit-informs = để biết
audit-implied = Suy ra từ các số này
audit-stated = Đã nêu
audit-how = Cách tính
audit-in-words = Diễn giải
audit-go-to-target = Đến chỉ tiêu
audit-verdict-of = { $code } · { $title }
audit-no-records = Không có bản ghi nào: giới hạn suy ra từ ý nghĩa của con số.
audit-open-source = Xem trong Số liệu
audit-groups = Loại phát hiện
audit-count = { $count } phát hiện từ các phép kiểm { $checks }

## Data and table

data-observations = Số liệu thực tế
data-targets = Chỉ tiêu
table-copy = Sao chép bảng
data-back = Quay lại { $view }
audit-explain = Giải thích
audit-explain-hint = Vì sao các số này có thể khác nhau?
audit-mark-explained = Đánh dấu đã giải thích
audit-unmark-explained = Bỏ đánh dấu
edit-explain-finding = Giải thích { $code }
edit-unexplain-finding = Bỏ giải thích { $code }
table-average = BQ
table-copied = Đã sao chép { $rows } dòng

## Model

model-symbol = Ký hiệu
model-meaning = Ý nghĩa
model-unit = Đơn vị
model-value = Giá trị

## Dialogs

dialog-unsaved = Lưu thay đổi của “{ $study }”?
dialog-unsaved-about = Nếu không lưu, các thay đổi từ lần lưu trước sẽ mất.
dialog-save = Lưu
dialog-discard = Không lưu
dialog-cancel = Hủy
dialog-ok = Đồng ý
dialog-close = Đóng
case-form-new = Kịch bản mới
case-form-known = Tên và câu hỏi
case-form-parent = Xuất phát từ { $name }
case-form-name = Tên
case-form-short = Tên ngắn
case-form-short-about = Dùng ở nhãn biểu đồ và đầu bảng. Nếu để trống thì dùng tên đầy đủ, và tên dài bị cắt bớt.
case-form-question = Câu hỏi cần trả lời
case-form-question-hint = Ví dụ: Nếu nhà máy thứ hai chậm hai năm thì sao?
case-form-about = Kịch bản này là gì
case-form-no-name = Kịch bản cần có tên.
case-form-create = Tạo
dialog-delete = Xóa “{ $name }”?
dialog-delete-children = Các kịch bản dựa trên nó cũng bị xóa: { $names }.
dialog-delete-action = Xóa
dialog-recover-action = Mở bản lưu tự động
dialog-file-changed = Tệp đã bị thay đổi bên ngoài chương trình. Ghi đè?
dialog-overwrite = Ghi đè
dialog-study-files = Nghiên cứu Kịch Bản

## Status bar

status-labour-margin = Cung lao động { $year } dư { $value } nghìn người
status-labour-gap = Cung lao động { $year } thiếu { $value } nghìn người
status-labour-gap-since = Cung lao động thiếu từ { $since }, nhiều nhất năm { $year }: { $value } nghìn người
status-no-figures = Không có số liệu { $names }: chỉ tiêu dựa vào đó để trống
status-findings = { $count } phát hiện không khớp trong kế hoạch
status-warnings = { $count } cảnh báo
status-data = Số liệu: { $vintage }
status-recomputed = Tính lại { $time }
status-before-error = Kết quả trước lỗi
status-drawn-by-cpu = Không có OpenGL: vẽ bằng bộ xử lý
status-drawn-by-cpu-about = Máy này không có OpenGL dùng được nên cửa sổ do bộ xử lý vẽ. Mọi chức năng đều dùng được; chỉ cửa sổ lớn vẽ chậm hơn một chút. Thông báo này chỉ hiện một lần.

## Names of the icons, for tooltips and screen readers

icon-search = Tìm lệnh
icon-theme = Đổi giao diện sáng, tối
icon-language = Ngôn ngữ

## Names of edits, for the history

edit-set-lever = { $lever } · { $value }
edit-reset-lever = Đặt lại { $lever }
edit-add-scenario = Thêm { $name }
edit-remove-scenario = Xóa { $name }
edit-describe-case = Tên và câu hỏi: { $name }
edit-set-closure = Chuyển sang { $closure }
edit-set-pin = Ghim { $name }
edit-set-observation = Sửa số liệu { $name }
edit-set-target = Sửa chỉ tiêu { $name }

## Phần bổ sung của cửa sổ
series-target-caption = Chỉ tiêu { $year }
series-implied-caption = Suy ra { $year }
series-target-period = chỉ tiêu { $period }
chart-unit-difference = { $unit } · chênh lệch so với { $name }
chart-unit-index = chỉ số, { $year } = 100
status-land-binds = Đất công nghiệp giới hạn sản lượng từ { $year }
status-employment-high = { $ratio } dân số có việc làm năm { $year }: cao bất thường
status-tfp = TFP ngầm định của { $line } là { $value } năm { $year }: ngoài kinh nghiệm lịch sử
status-spillover = Lan tỏa làm { $line } âm năm { $year }; đã chặn ở 0
status-project-early = Có dự án bắt đầu năm { $year }, trước năm gốc: nguy cơ tính trùng
status-starts-elsewhere = Giá trị quan sát của { $line } năm { $year } là { $observed }, nhưng dự phóng bắt đầu từ { $start } nghìn tỷ { $money }; cộng các phần không khớp
status-beyond-figures = Số liệu của nghiên cứu dừng ở năm { $last }; các năm đến { $end } chỉ kéo dài chúng
remark-of-case = Lưu ý về { $scenario } ({ $closure }): { $remark }
remarks-title = Lưu ý
remarks-more = Còn { $count } lưu ý nữa trong tệp kèm theo.
notice-saved = Đã lưu { $path }
notice-dismiss-all = Đóng mọi thông báo
notice-more = { $count } thông báo trước đó
notice-dismiss = Đóng thông báo
dialog-path = Đường dẫn tệp
edit-reset-scenario = Đặt lại { $name }
edit-set-visible = Hiện hoặc ẩn { $name }
edit-set-slot = Màu của { $name }
about-model = Mô hình tăng trưởng theo ngành về sản lượng, lao động và tỷ trọng; mọi phương trình có trong tài liệu kèm theo.
card-against-targets = so với các chỉ tiêu của quy hoạch
series-joined-others = còn lại
series-joined-all = tất cả
levers-field-name = { $name }: giá trị
levers-find-short = Tìm giả định

## Details panel

details-heading = Chi tiết
details-parent = Dựa trên
details-settings = Giả định riêng của kịch bản
details-no-settings = Không có giả định riêng: giống hệt kịch bản cha.
details-base-year = Năm gốc
details-rule = Cách tìm tăng trưởng
details-rule-targets = đúng bằng chỉ tiêu
details-rule-growth = theo tốc độ giả định
details-rule-record = theo quy tắc xu thế đã kiểm nghiệm, từ số liệu của chính nghiên cứu
record-about = Theo số liệu: { $gdp } tăng tiếp { $growth }% mỗi năm theo quy tắc xu thế đã kiểm nghiệm, từ { $count } tốc độ tăng của { $first }–{ $last }.
record-follows-total = Có ít hơn { $needed } tốc độ tăng riêng nên tăng như toàn nền kinh tế: { $lines }.
record-employment-assumed = Lao động không có chuỗi đủ dài, tốc độ tăng là giả định: { $lines }.
record-short = Chuỗi ngắn: { $years } năm, trong khi quy tắc được kiểm nghiệm với { $needed } năm trở lên; không nêu sai số đã kiểm nghiệm.
details-implied = Quy hoạch không nêu chỉ tiêu này: con số được suy ra từ các chỉ tiêu khác.
details-no-target = Nghiên cứu không có chỉ tiêu nào cho con số này.
details-target = Chỉ tiêu
details-quote = Lời gốc
view-parts = Ngành con
view-parts-about = Hiện nhóm ngành theo từng ngành con trong biểu đồ và bảng
menu-file-rebase = Năm gốc mới…
menu-file-vintage = Kỳ công bố của chuỗi số liệu…
menu-file-moved = Điều gì đã thay đổi…
grey-rebase = Sau năm thực tế cuối chưa có năm nào đủ giá trị tăng thêm của mọi khu vực.
grey-vintage = Chưa có kỳ công bố thứ hai nào đủ giá trị tăng thêm của mọi khu vực trong năm thực tế cuối.
moved-unknown = Không nói được điều gì đã thay đổi
rebase-gaps-heading = Năm { $year } còn thiếu số liệu
rebase-gaps-about = Các đường cơ sở sẽ dựa vào số liệu còn thiếu những phần sau, và phần đó của mô hình sẽ là chưa biết. Hãy nhập số liệu trước, trong kỳ công bố của chuỗi số liệu, hoặc tiếp tục không có chúng:
rebase-gaps-allow = Tiếp tục không có chúng
vintage-heading = Kỳ công bố nào làm chuỗi số liệu chính?
vintage-about = Biểu đồ vẽ chuỗi này là thực tế, và các đường cơ sở đang dựa vào chuỗi hiện nay sẽ dựa vào nó. Số của các kỳ công bố khác vẫn nằm bên cạnh trong Số liệu.
vintage-present = { $name } (hiện nay)
vintage-reason = Lý do
vintage-choose = Lấy kỳ công bố này
