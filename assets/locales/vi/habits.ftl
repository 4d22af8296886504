### Thói quen: bảng lệnh, lịch sử, khôi phục, hướng dẫn nhanh.

habits-palette = Bảng lệnh
habits-palette-hint = Gõ tên lệnh, kịch bản hoặc giả định
habits-nothing = Không có mục nào khớp “{ $text }”
habits-go-to-scenario = Đến kịch bản
habits-go-to-lever = Đến giả định
habits-history = Lịch sử thao tác
habits-step-change = { $from } → { $to }
habits-step-now = Hiện tại
habits-step-back = Hoàn tác đến hết: { $step }
habits-step-again = Làm lại đến: { $step }
habits-help = Phím tắt và giới thiệu
habits-recent-missing = { $path } (không còn ở đây)
habits-recent-forget = Bỏ các tệp không còn

## Phím theo vị trí

habits-key-tab = Sang điều khiển kế tiếp, trở lại điều khiển trước
habits-key-press = Bấm nút đang chọn
habits-key-menus = Đến thanh menu
habits-key-context = Menu của mục đang chọn: biểu đồ, kịch bản, giả định
habits-key-step = Thanh trượt: một bước; bảng lệnh và kịch bản: chọn dòng; biểu đồ: năm khác
habits-key-fine = Thanh trượt: bước nhỏ
habits-key-page = Thanh trượt: mười bước
habits-key-escape = Hủy thao tác kéo, đóng hộp, rời trình chiếu

## Khôi phục và ghi đè

recover-heading = Có bản lưu tự động chưa được lưu vào tệp
recover-about = Lần trước, chương trình kết thúc khi còn thay đổi chưa lưu. Bản bị bỏ vẫn được giữ trong thư mục bản sao theo ngày.
recover-study = Nghiên cứu
recover-autosaved = Lưu tự động lúc
recover-file = Tệp
recover-never-saved = chưa từng lưu
recover-discard = Bỏ bản lưu tự động
overwrite-heading = Đã có tệp ở đường dẫn này. Ghi đè?
overwrite-about = Nội dung hiện có được giữ thành bản sao trong thư mục “backups”.
overwrite-changed-about = Chương trình khác đã sửa tệp sau khi mở. Nội dung đó được giữ thành bản sao trong thư mục “backups” nếu ghi đè.
overwrite-elsewhere = Tệp này đang mở ở cửa sổ khác. Ghi đè?
overwrite-elsewhere-about = Nội dung hiện có được giữ thành bản sao trong thư mục “backups”; cửa sổ kia sẽ được hỏi trước khi lưu đè lên bản này.
notice-recovered = Đã mở bản lưu tự động. Lưu để giữ lại trong tệp.
notice-open-elsewhere = { $path } đang mở trong một cửa sổ khác. Lưu ở cửa sổ này sẽ hỏi trước khi ghi đè.
notice-not-kept = Chưa giữ được bản lưu tự động hoặc bản sao theo ngày.

## Hướng dẫn nhanh

tour-answers = Nếu… thì sao?
tour-answers-about = Nếu một giả định khác đi thì { $gdp }, lao động và cơ cấu đến { $year } ra sao: cách chỉ tiêu bao nhiêu, vì sao, và khả năng đến đâu?
tour-answers-example = “{ $study }” là ví dụ; nghiên cứu của tỉnh khác bắt đầu ở Tệp › Nghiên cứu mới.
tour-answers-own = “{ $study }” là nghiên cứu đang mở.
tour-scenarios = Kịch bản
tour-scenarios-about = Mỗi dòng là một kịch bản, với màu, nét và dấu dùng ở mọi nơi. Chọn một dòng để xem và sửa.
tour-assumptions = Giả định
tour-assumptions-about = Kéo thanh trượt hoặc gõ số. Chấm màu đánh dấu phần khác với kịch bản gốc; nhấp đúp để đặt lại.
tour-try = Thử ngay: kéo một thanh trượt.
tour-tried = { $gdp } { $year }: { $from } → { $to }. Ctrl+Z để hoàn tác.
tour-charts = Kết quả
tour-charts-about = Các thẻ và biểu đồ đổi ngay khi giả định đổi. So sánh cho biết vì sao hai kịch bản khác nhau, Bất định cho biết khả năng xảy ra.
tour-files = Lưu và xuất
tour-files-about = Nghiên cứu được lưu tự động bên cạnh tệp. Tệp › Bản trả lời đưa câu hỏi, câu trả lời, vì sao và khả năng xảy ra vào hai trang; Ctrl+K tìm mọi lệnh.
tour-next = Tiếp
tour-back = Lùi
tour-skip = Bỏ qua
tour-done = Xong
