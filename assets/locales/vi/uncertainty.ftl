### Bất định: tập đường mô phỏng, độ nhạy, đối chiếu với quá khứ.

## Khung nhìn Bất định

uncertainty-title = Khả năng đạt chỉ tiêu
uncertainty-given = nếu theo { $name }
uncertainty-fan-of = Chuỗi trên biểu đồ
uncertainty-grdp = GRDP
uncertainty-share = Tỷ trọng
uncertainty-median = trung vị
uncertainty-unit = { $unit } · { $draws } đường mô phỏng
uncertainty-probability = Xác suất đạt từng chỉ tiêu
uncertainty-dot = mỗi chấm là một trong 200 đường
uncertainty-crash = Tính rủi ro cú sốc
uncertainty-levers = Cho giả định có thấp và cao thay đổi
uncertainty-own-volatility = Độ biến động tự chọn
uncertainty-running = Đang mô phỏng { $progress }
uncertainty-stop = Dừng
uncertainty-error = Sai số mô phỏng: trung vị năm { $year } nằm trong { $interval } với độ tin cậy 95%.
uncertainty-volatility = Nếu dao động khác với giả định
uncertainty-volatility-band = Dải 80%: { $name }, năm { $year }.
uncertainty-volatility-about = Xác suất: { $goal }. Dải 80%: { $name }, năm { $year }.
uncertainty-volatility-assumed = như giả định
uncertainty-volatility-factor = { $factor } lần giả định
uncertainty-volatility-tested = như dải đã kiểm nghiệm
uncertainty-volatility-factor-tested = { $factor } lần dải đã kiểm nghiệm
uncertainty-volatility-no-drift = như giả định, không có độ trôi của xu thế
uncertainty-shifts = Tham số nào làm đổi xác suất
uncertainty-shifts-about = Xác suất: { $goal }; từng tham số riêng thấp hơn và cao hơn một phần tư, cùng các số ngẫu nhiên.
uncertainty-shift-volatility = Độ biến động của mọi ngành
uncertainty-shift-unstated = Nghiên cứu không nêu nên không có gì để thay đổi.
uncertainty-target = Chỉ tiêu đang xem xác suất
uncertainty-sobol = Phần phương sai do từng giả định
uncertainty-sobol-about = Chỉ số Sobol bậc nhất / tổng của { $name } năm { $year }, mỗi giả định đi hết khoảng thường gặp, ở mọi năm.
uncertainty-sobol-told = bậc nhất { $first }; tổng { $total }; trong ngoặc là khoảng tin cậy 95%

## Tham số của mô phỏng

uncertainty-inputs = Mô phỏng dựa trên những gì
uncertainty-input-simulation = Mô phỏng
uncertainty-input-paths = Số đường mô phỏng
uncertainty-input-paths-unit = đường
uncertainty-input-paths-origin = tự chọn
uncertainty-input-paths-about = Nhiều đường hơn thì con số ổn định hơn và chạy lâu hơn.
uncertainty-input-paths-varied = Khi cú sốc hoặc giả định thay đổi theo từng đường, chỉ mô phỏng nhiều nhất { $most } đường, vì mỗi đường phải tính riêng.
uncertainty-input-volatility = Độ biến động, { $name }
uncertainty-input-correlation = Tương quan, { $a } và { $b }
uncertainty-input-correlations = Tương quan giữa các ngành
uncertainty-input-pairs = { $count } cặp
uncertainty-input-tail = Độ dày đuôi
uncertainty-input-tail-unit = bậc tự do
uncertainty-input-drift = Số năm số liệu đằng sau độ trôi
uncertainty-input-crash-title = Rủi ro cú sốc
uncertainty-input-crash = Xác suất một cú sốc bắt đầu
uncertainty-input-depth = Độ sâu cú sốc (như: { $name })
uncertainty-input-depth-none = Độ sâu cú sốc
uncertainty-input-own-title = Độ biến động riêng của nghiên cứu
uncertainty-input-by-hand = Sau đó được đặt bằng tay.
uncertainty-input-coefficient = hệ số
uncertainty-input-none = không nêu
uncertainty-input-idle-tested = Không có tác dụng khi dùng dải đã kiểm nghiệm, vì độ rộng của dải lấy từ sai số của quy tắc xu thế ở các nền kinh tế khác. Chọn “Độ biến động tự chọn” để thay đổi.
uncertainty-input-idle-crash = Có tác dụng khi bật “Tính rủi ro cú sốc”.
uncertainty-input-unstated = Cặp ngành không nêu tương quan được coi là không tương quan; ngành không nêu hệ số tự tương quan được coi là bằng 0.
uncertainty-input-refused = { $name } phải nằm trong { $range }; mọi thứ giữ nguyên.
uncertainty-input-whole = Số đường mô phỏng phải là số nguyên; mọi thứ giữ nguyên.
uncertainty-input-data = Nguồn và ghi chú trong Số liệu
uncertainty-levers-none = Kịch bản này chưa có giả định nào có thấp và cao: đặt trong menu của một giả định.

## Phân bố của một năm

distribution-title = Phân bố năm { $year }
distribution-bars = Mỗi cột là các đường nằm trong một khoảng rộng { $width }; cột cao nhất có { $share } số đường.
distribution-told = 80% số đường nằm giữa { $low } và { $high } (các cột có màu); một nửa dưới { $median }.
distribution-bar = từ { $low } đến { $high }: { $share } số đường
distribution-outside = { $share } số đường nằm ngoài hai đầu biểu đồ.
distribution-year = Năm của phân bố

## Xác suất

chance-below-one = < 1%
chance-above-ninety-nine = > 99%
chance-frequency = khoảng { $hits } trong { $draws } đường; khoảng tin cậy 95%: { $interval }
chance-frequency-least = ít hơn { $hits } trong { $draws } đường; khoảng tin cậy 95%: { $interval }
chance-frequency-most = hơn { $hits } trong { $draws } đường; khoảng tin cậy 95%: { $interval }
chance-at-least = { $name } từ { $value } trở lên
chance-at-most = { $name } không quá { $value }
chance-near = { $name } cách { $value } không quá { $within }
chance-together = Đạt cùng lúc cả { $count } chỉ tiêu ({ $vintage }, năm { $year })
chance-not-random = Không mô phỏng, vì không có yếu tố ngẫu nhiên nào làm thay đổi
bands-conditional = Dải có điều kiện theo kịch bản: chính sách, giá và cấu trúc mô hình được coi là cho trước.
bands-tested = Dải 80% rộng như dải đã kiểm nghiệm: trên 42 nền kinh tế, dải này phủ khoảng 80% kết quả thực sau 5 và 10 năm (docs/backtest.md).
bands-of-class = Chuỗi ngắn: dùng dải đã kiểm nghiệm của nhóm biến động tương ứng ({ $class }) trong 42 nền kinh tế, vì vài năm chưa cho thấy độ biến động; không nêu sai số đã kiểm nghiệm cho chuỗi này.
bands-class-calm = ổn định
bands-class-middle = vừa
bands-class-volatile = mạnh
bands-total-differs = Không có mức biến động chung nào của các ngành cho tổng đúng dải đã kiểm nghiệm; dải của tổng được suy từ dải của các ngành.
bands-own = Độ rộng của dải theo độ biến động của chính nghiên cứu, là giả định.
bands-widest = Chưa ai cho thấy nền kinh tế này biến động đến đâu: trước năm gốc có ít hơn năm tốc độ tăng của tổng, và nghiên cứu không nêu độ biến động cho mọi khu vực. Dải lấy theo nhóm biến động mạnh nhất, rộng nhất, trong 42 nền kinh tế; không nêu sai số đã kiểm nghiệm cho chuỗi này.
bands-own-for-lack = Độ rộng của dải theo độ biến động của chính nghiên cứu, là giả định: đường cơ sở này có ít hơn năm tốc độ tăng của tổng trước năm gốc, quá ít cho dải đã kiểm nghiệm.
bands-own-than-tested = Năm cuối, dải của GRDP rộng gấp { $ratio } lần dải đã kiểm nghiệm.
bands-tested-than-own = Với độ biến động tự chọn, dải của GRDP năm cuối sẽ rộng gấp { $ratio } lần.
bands-about = { $draws } đường mô phỏng, hạt giống { $seed }, số ngẫu nhiên theo { $generator }.
bands-median = Đường xác định là trung vị của sản lượng tiềm năng từng ngành. Tổng các ngành, cơ cấu, và sản lượng chịu lan tỏa hoặc bị đất hay lao động giới hạn có trung vị riêng.
bands-median-and-path = { $name } năm { $year }: trung vị { $median }, đường xác định { $path }.
bands-crash = Có tính rủi ro cú sốc: đường xác định không còn là trung vị.
bands-levers = Có giả định thay đổi giữa thấp và cao: đường xác định không còn là trung vị.

## Đối chiếu với quá khứ

backtest-title = Đối chiếu với quá khứ: { $path }
backtest-shown-about = { $path }: { $studies } nghiên cứu của { $countries } nền kinh tế, mỗi nghiên cứu lập từ số liệu đến một năm gốc có ít nhất { $least } năm trước đó; giá trị tăng thêm nằm trong dải mà nghiên cứu hiển thị.
backtest-about = { $countries } nền kinh tế, gốc dự phóng từ { $first } đến { $last }, ít nhất { $least } năm số liệu trước mỗi gốc. Giá trị tăng thêm: { $output }; lao động: { $employment }.
backtest-no-variable = không có
backtest-bands-panel = Dải của chương trình: học từ sai số của các nền kinh tế khác trong bảng, không dùng nền kinh tế đang xét (bỏ ra từng nền một).
backtest-bands-shipped = Dải của chương trình: theo hệ số đi kèm, vì bảng có ít hơn { $least } nền kinh tế khác để học.
backtest-kupiec-about = p: xác suất của kiểm định Kupiec nếu tỷ lệ phủ đúng như công bố. Các gốc dự phóng chồng lên nhau và các nền kinh tế chịu cùng cú sốc, nên p thấp hơn thực tế.
backtest-gaps = { $count } dòng không có giá trị dùng được và được coi là khoảng trống.
backtest-methods = Các cách dự phóng
backtest-thirds = Dải đi kèm theo từng phần ba số dự phóng của các ngành
backtest-calm = quá khứ ổn định
backtest-middle-volatility = biến động vừa
backtest-volatile = quá khứ biến động mạnh
backtest-small = nhỏ
backtest-middle-size = vừa
backtest-large = lớn
backtest-yes = có
backtest-no = không
backtest-column-peers = Có ngành cùng loại nơi khác
backtest-column-agriculture = Có tỷ trọng nông nghiệp
backtest-column-constant = Hằng số
backtest-column-own = Xu thế riêng
backtest-column-of-peers = Mức vượt trội của ngành ở nơi khác
backtest-column-of-agriculture = Căn của tỷ trọng nông nghiệp
backtest-by-sector = Chương trình theo từng ngành
backtest-tenths = Kết quả thực rơi vào phần mười nào của phân phối dự phóng (chương trình, %; đúng thì mỗi phần 10%)
backtest-method-program = chương trình
backtest-method-program-shipped = chương trình, dải đi kèm
backtest-method-shrinkage = trung bình ba xu thế (quy tắc trước)
backtest-method-own-trend = xu thế riêng
backtest-method-fixed-shares = tỷ trọng không đổi
backtest-method-random-walk = giữ nguyên mức cuối
backtest-measure-value-added = giá trị tăng thêm
backtest-measure-employment = lao động
backtest-scope-sectors = các ngành
backtest-scope-total = tổng
backtest-column-cover = Phủ { $level }%
backtest-column-multiplier = Hệ số cho dải { $level }%
backtest-column-p = p { $level }%

error-panel-unreadable = Bảng số liệu không phải là một bảng: { $detail }.
error-panel-unreadable-hint = Hãy lưu thành CSV có dòng tiêu đề và số ô như nhau ở mỗi dòng.
error-panel-quote = Dòng { $line } của bảng: dấu ngoặc kép mở ở đây không bao giờ đóng.
error-panel-quote-hint = Hãy đóng hoặc xóa dấu ngoặc kép đó.
error-panel-year = Dòng { $line }: năm { $year } nằm ngoài 1900–2100.
error-panel-year-hint = Hãy ghi năm bằng bốn chữ số dương lịch, không kèm ngày tháng.
error-panel-mark = Dòng { $line }: “{ $value }” có thể là { $dot } hoặc { $comma }, và không giá trị nào khác trong cột cho biết cách đọc.
error-panel-mark-hint = Hãy ghi các giá trị không có dấu phân cách hàng nghìn.
error-panel-column = Bảng thiếu cột { $column }; các cột đọc được: { $found }.
error-panel-column-hint = Cần các cột country, sector, year, variable và value; đặt lại tên cột trong dòng tiêu đề.
error-panel-number = Dòng { $line }: cột { $column } là “{ $value }”, không phải là số.
error-panel-number-hint = Sửa ô này; để trống hoặc ghi NA nếu không có số liệu.
error-panel-twice = Dòng { $line }: { $country }, { $sector }, năm { $year } xuất hiện hai lần cho cùng một biến.
error-panel-twice-hint = Xóa một trong hai dòng.
error-panel-variable = Không có biến nào là giá trị tăng thêm theo giá so sánh hoặc lao động; các biến đọc được: { $found }.
error-panel-variable-hint = Đặt tên biến là VA_Q (giá trị tăng thêm, giá so sánh) và EMP (lao động).
error-panel-too-short = Không có chuỗi nào đủ { $least } năm số liệu và { $horizon } năm sau đó; chuỗi dài nhất có { $longest } năm.
error-panel-too-short-hint = Dùng bảng dài hơn, hoặc giảm --min-history hay --horizons.
error-horizons-unreadable = “{ $value }” không phải là danh sách số năm.
error-horizons-unreadable-hint = Ghi các số từ 1 đến 50, ví dụ 5,10.
error-lever-not-a-number = { $name } không phải là một con số hay một đường theo năm, nên không có phân phối.
error-lever-not-a-number-hint = Chọn giả định khác; lệnh list levers liệt kê các giả định.
error-nothing-to-vary = Không giả định nào trong khoảng thường gặp làm thay đổi { $name } năm { $year }.
error-nothing-to-vary-hint = Chọn biến, khu vực, năm hoặc cách khép kín khác.
error-interrupted = Công việc dừng trước khi xong.
error-interrupted-hint = Chạy lại lệnh này.
error-not-measured = Tập đường mô phỏng không tính { $name }.
error-not-measured-hint = Chọn trong: { $known }.
error-indices-not-measured = Không có chỉ số độ nhạy của { $name }.
error-indices-not-measured-hint = Chọn với --variable một trong: { $known }.
sensitivity-narrowed = { $name } chỉ lấy trong { $kept } thay vì { $asked }: ra ngoài khoảng đó mô hình không có kết quả. { $reason }
sensitivity-narrowed-together = { $name } chỉ lấy trong { $kept } thay vì { $asked }: xa hơn, cùng với { $with }, mô hình không có kết quả. { $reason }
sensitivity-left-out = Bỏ qua { $name } ({ $asked }): hễ đổi là mô hình không có kết quả. { $reason }
sensitivity-left-out-together = Bỏ qua { $name } ({ $asked }): cùng với { $with }, mô hình không có kết quả. { $reason }
error-nothing-to-draw = Không lấy được giả định nào. { $reasons }
error-nothing-to-draw-hint = Chọn giả định khác bằng --lever, hoặc đưa kịch bản về gần mức mô hình tính được.

## Dòng lệnh

cli-option-volatility = Nhân độ lệch chuẩn của nhiễu với số này
cli-option-own-volatility = Dùng độ biến động của nghiên cứu cho dải thay cho dải đã kiểm nghiệm
cli-option-no-drift = Không có độ trôi kéo dài của xu thế
cli-option-with = Thêm yếu tố ngẫu nhiên: levers (các giả định có thấp và cao), crash (rủi ro cú sốc trong từng năm)
cli-option-sector = Khu vực theo mã; mặc định là toàn địa bàn
cli-option-lever = Giả định theo mã; lặp lại để chọn nhiều; mặc định là những giả định tác động mạnh nhất
cli-option-points = Số điểm của mỗi nửa thiết kế
cli-option-panel = Bảng CSV: nền kinh tế, ngành, năm, biến, giá trị
cli-option-horizons = Số năm dự phóng, ví dụ 5,10
cli-option-min-history = Số năm số liệu tối thiểu trước mỗi gốc dự phóng
cli-option-learnt = In hệ số của dải học từ cả bảng
cli-option-after-2000 = Dùng những gì học được từ kết quả đến năm 2000, và chấm các gốc dự phóng từ năm 2000
cli-option-learnt-rule = In hệ số của quy tắc xu thế học từ cả bảng
cli-option-shown-fan = Lập nghiên cứu cho từng nền kinh tế và năm gốc, rồi đối chiếu dải hiển thị với kết quả thực
cli-table-ensemble = { $scenario }: tập đường mô phỏng, { $closure }
cli-table-chances = Xác suất đạt chỉ tiêu
cli-table-sensitivity = { $scenario }: phần phương sai của { $name } năm { $year } do từng giả định, { $closure }
cli-table-runs = { $runs } lần chạy; số ngẫu nhiên từ { $generator }; khoảng tin cậy 95% từ 16 phần của thiết kế.
sensitivity-noise = Với số điểm này, chỉ số bậc nhất của các giả định sau chỉ là nhiễu (khoảng tin cậy chứa 0 hoặc nằm trên khoảng của chỉ số tổng): { $names }. Hãy đọc chỉ số tổng.
sensitivity-sum = Các chỉ số bậc nhất cộng lại được { $sum }; giá trị đúng không bao giờ vượt quá 1, nên chỉ coi là gần đúng.
