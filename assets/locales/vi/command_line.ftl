### The command line: help, notes and the headings of its tables.

## Program

cli-about = Mô phỏng kịch bản quy hoạch của một tỉnh, thành phố hay cả nước
cli-usage = Cách dùng
cli-commands = Lệnh
cli-options = Tùy chọn
cli-arguments = Đối số

## Commands

cli-run-about = Chạy các kịch bản và in kết quả dự phóng
cli-compare-about = So sánh các kịch bản với một mốc
cli-audit-about = Kiểm tra các con số của kế hoạch có khớp nhau không
cli-solve-about = Tìm giả định cần có để đạt một chỉ tiêu
cli-explain-about = Phân tích giả định nào tạo ra chênh lệch giữa hai kịch bản
cli-ensemble-about = Mô phỏng nhiều đường và tính xác suất đạt chỉ tiêu
cli-sensitivity-about = Đo ảnh hưởng của từng giả định
cli-backtest-about = Đối chiếu mô hình với quá khứ
cli-read-about = Đọc tệp của cơ quan thống kê: mỗi giá trị kèm ô nguồn
cli-export-about = Xuất bảng tính, bản trả lời, báo cáo, biểu đồ hoặc bảng số ra tệp
cli-check-about = Kiểm tra một tệp nghiên cứu
cli-list-about = Liệt kê nghiên cứu, kịch bản, giả định và biến

## Options

cli-option-format = Dạng kết quả: bảng, CSV hoặc JSON
cli-option-lang = Ngôn ngữ: vi hoặc en
cli-option-out = Ghi vào tệp thay vì màn hình; - là đầu ra chuẩn
cli-option-closure = Cách khép kín: productivity, capital hoặc both
cli-option-scenario = Kịch bản theo mã; lặp lại để chọn nhiều
cli-import-nothing = Không có số liệu nào trong các tệp này phù hợp với nghiên cứu; kichban read cho biết tệp có gì và theo giá nào.
cli-observe-about = Thêm một số liệu thực tế vào nghiên cứu
cli-rebase-about = Lấy năm thực tế cuối làm năm gốc và cho biết điều gì đã thay đổi
cli-choose-about = Lấy một kỳ công bố làm chuỗi số liệu chính, kèm lý do, và cho biết điều gì đã thay đổi
cli-moved-about = Cho biết số hiệu chỉnh, năm mới hay giả định nào làm đổi kết quả
cli-option-observed-quantity = Số liệu đo gì, ví dụ output hoặc population
cli-option-observed-line = Ngành, nhóm ngành, taxes hoặc total; bỏ qua nếu không chia theo ngành
cli-option-observed-year = Năm của số liệu
cli-option-observed-value = Giá trị
cli-option-observed-unit = Đơn vị, ví dụ billion_vnd; nếu bỏ qua là đơn vị của mô hình
cli-option-observed-source = Nguồn: mã hoặc tên nguồn có trong nghiên cứu, hoặc tên nguồn mới
cli-option-months = Các tháng kể từ tháng 1, nếu số liệu là của một phần năm
cli-option-allow-gaps = Cho phép để trống phần mô hình chưa có số liệu trong năm gốc hay kỳ công bố mới
cli-option-chosen-vintage = Kỳ công bố có giá trị tăng thêm của mọi khu vực trong năm gốc cuối
cli-option-reason = Lý do chọn kỳ công bố này
cli-option-since = Nghiên cứu trước khi thay đổi
cli-option-study = Tệp nghiên cứu hoặc tên nghiên cứu mẫu
cli-option-year = Năm
cli-option-seed = Hạt giống ngẫu nhiên
cli-option-draws = Số đường mô phỏng
cli-option-source = Tệp của cơ quan thống kê: xlsx, xls, ods, csv, tsv, px
cli-option-answers = Tệp trả lời các câu hỏi khi nhập

## Notes on the error stream

cli-no-display = Không có màn hình: in kết quả dự phóng của nghiên cứu mẫu
cli-window-refused = Không mở được cửa sổ ({ $reason }): in kết quả dự phóng
cli-no-window = Bản này được dựng không có cửa sổ
cli-written = Đã ghi { $path }
cli-valid = { $path }: hợp lệ
cli-progress = { $done } / { $total }

## Prefixes of messages

cli-error = Lỗi
cli-note = Ghi chú
cli-hint = Gợi ý
cli-refused-command = Không có lệnh “{ $value }”.
cli-refused-no-command = Còn thiếu tên lệnh.
cli-refused-argument = Lệnh này không nhận “{ $value }”.
cli-refused-no-value = { $argument } còn thiếu giá trị.
cli-refused-value = { $argument } không thể là “{ $value }”.
cli-refused-missing = Lệnh còn thiếu { $arguments }.
cli-refused-twice = { $argument } xuất hiện hai lần mà chỉ được một lần.
cli-refused-conflict = Không dùng { $argument } cùng với { $others }.
cli-refused-not-text = Có từ trong lệnh không đọc được thành chữ.
cli-refused-choose = Chọn một trong: { $known }.
cli-refused-within = Nhập một số từ { $low } đến { $high }.
cli-refused-whole-number = Nhập một số nguyên, chỉ gồm chữ số.
cli-refused-number = Nhập một số, như 1.25.
cli-refused-help = Gõ { $command } --help để xem có thể nhập gì ở đó.
cli-refused-suggested = Có phải là { $value } không?

## Titles of tables

cli-table-projection = { $scenario }: kết quả dự phóng, { $closure }
cli-table-targets = Chỉ tiêu và mức đạt được
cli-table-provenance = { $study }, { $vintage }, mã { $fingerprint }, phiên bản { $version }

## Further options and notes

cli-option-on = Chạy lại các kịch bản trên đường cơ sở khác
cli-option-variable = Biến theo mã; lặp lại để chọn nhiều
cli-option-years = Các năm, ví dụ 2025,2030 hoặc 2025-2030
cli-option-file = Tệp nghiên cứu
cli-option-what = studies, scenarios, variables hoặc levers
cli-option-to = Xuất gì: workbook (bảng tính), note (bản trả lời), report (báo cáo), charts (biểu đồ) hoặc tables (bảng số)
cli-option-date = Ngày ghi trên bản xuất, dạng 2026-11-22; bỏ trống là hôm nay
cli-option-sections = Các phần của report hoặc note, cách nhau bằng dấu phẩy; bỏ trống là tất cả. Report: answer, question, assumptions, results, charts, targets, audit, why, likely, sources, method, origin. Note: question, answer, why, likely, results, rests
cli-option-help = In phần trợ giúp
cli-option-version = In số phiên bản
cli-projection-on = { $scenario } trên { $baseline }

## Questions

cli-option-case = Kịch bản được hỏi; mặc định là kịch bản được ghim
cli-option-against = Kịch bản dùng làm mốc so sánh
cli-option-goal = Mức phải đạt, ví dụ output/industry@2030=165; bỏ phần sau dấu = để lấy chỉ tiêu của kế hoạch
cli-option-moved = Giả định được đổi và giới hạn, ví dụ investment_rate=30..45 hoặc fdi_registered/industry=0..6000@2024-2028
cli-option-follow = Đầu tư cần có để đi theo sản lượng của kịch bản này
cli-option-question = difference, growth, productivity, levers hoặc needed
cli-option-figure = Đại lượng, ví dụ grdp hoặc output/industry@2030; lặp lại để chọn nhiều
cli-option-by = Chia chênh lệch theo nhóm (groups) hay từng giả định (levers)

## Giá trị đặt cho riêng một lần trả lời

cli-option-set = Giá trị của một giả định cho lần trả lời này, như investment_rate=42 hoặc fdi_registered/industry=3000@2027-2030; lặp lại để đặt nhiều giá trị
cli-set-case = { $scenario }, với { $settings }
cli-set-value = { $lever } { $value }
cli-set-value-years = { $lever } { $value } năm { $years }
audit-of-case = Kết quả của quy hoạch: { $scenario }
error-set-unreadable = Đây không phải là một giả định với giá trị.
error-set-unreadable-hint = Viết investment_rate=42, investment_rate=42@2027 hoặc investment_rate=42@2027-2030; xem mã giả định bằng kichban list levers.
error-set-number = “{ $value }” không phải là giá trị của { $lever }.
error-set-number-hint = Chỉ viết một số, với dấu chấm thập phân; giá trị thường gặp từ { $low } đến { $high }.
error-set-switch = { $lever } là công tắc, không thể là “{ $value }”.
error-set-switch-hint = Viết on (bật) hoặc off (tắt).
error-set-no-years = { $lever } có một giá trị chung, không có giá trị theo năm.
error-set-no-years-hint = Bỏ @ và các năm.
error-set-subject = { $lever } không có giá trị của “{ $subject }”.
error-set-subject-hint = Chọn một trong: { $known }.
error-set-shares = Các tỷ trọng khác không còn chỗ cho giá trị này của { $name }.
error-set-shares-hint = Các tỷ trọng được đặt cùng nhau giữ nguyên như đã đặt, và tổng là 100%: đặt giá trị thấp hơn, hoặc để một tỷ trọng tự do.
error-set-without-figures = { $name } không có tác dụng. { $reason }
error-set-without-figures-hint = Đặt giả định khác, hoặc thêm số liệu vào nghiên cứu.
error-set-without-case = Câu hỏi này là về mục tiêu và số liệu quá khứ: không giả định nào của kịch bản làm thay đổi câu trả lời.
error-set-without-case-hint = Bỏ --set.

## Không có cửa sổ

window-missing = Không mở được cửa sổ: { $reason }.
window-missing-study = nghiên cứu mẫu bên trong bị hỏng; hãy cài lại chương trình ({ $detail })
window-missing-display = không tới được màn hình; hãy đăng nhập vào màn hình làm việc rồi mở lại ({ $detail })
window-missing-display-libraries = không tới được màn hình; hãy cài libx11-6, libx11-xcb1, libxcursor1, libxi6 và libxkbcommon-x11-0, hoặc đăng nhập vào màn hình làm việc ({ $detail })
window-missing-opengl = không có OpenGL dùng được; hãy bỏ --renderer opengl, hoặc dùng --renderer cpu
window-missing-surface = hệ thống không cho chỗ để vẽ; hãy đăng nhập lại vào màn hình làm việc ({ $detail })
cli-window-about = kichban [NGHIÊN CỨU] [--renderer auto|opengl|cpu] mở cửa sổ.
