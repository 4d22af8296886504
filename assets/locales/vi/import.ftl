### Đọc tệp của cơ quan thống kê.

## Tệp không đọc được gì

error-import-empty = { $file }: tệp trống.
error-import-empty-hint = Hãy tải hoặc xuất lại tệp.
error-import-protected = { $file }: tệp có mật khẩu bảo vệ.
error-import-protected-hint = Hãy mở bằng chương trình bảng tính, bỏ mật khẩu rồi lưu lại.
error-import-damaged = { $file }: tệp bị cắt cụt hoặc hỏng.
error-import-damaged-hint = Hãy tải hoặc chép lại; nếu chương trình bảng tính mở được thì lưu lại thành .xlsx.
error-import-web-page = { $file }: đây là trang web, dù tên tệp nói khác.
error-import-web-page-hint = Hãy mở bằng chương trình bảng tính và lưu thành .xlsx.
error-import-picture = { $file }: đây là ảnh; không đọc được số liệu từ ảnh.
error-import-picture-hint = Hãy xin cơ quan thống kê bảng dạng Excel hoặc CSV, hoặc gõ số liệu vào.
error-import-pdf = { $file }: đây là tài liệu PDF; không đọc được số liệu từ đó.
error-import-pdf-hint = Hãy xin cơ quan thống kê bảng dạng Excel hoặc CSV, hoặc chép bảng vào bảng tính.
error-import-binary-workbook = { $file }: đây là bảng tính dạng nhị phân (.xlsb).
error-import-binary-workbook-hint = Hãy mở bằng chương trình bảng tính và lưu thành .xlsx.
error-import-other-document = { $file }: đây là tài liệu nhưng không phải bảng tính.
error-import-other-document-hint = Hãy chép bảng vào bảng tính và lưu thành .xlsx.
error-import-old-workbook = { $file }: đây là bảng tính của Excel 95 hoặc cũ hơn.
error-import-old-workbook-hint = Hãy mở bằng chương trình bảng tính và lưu thành .xlsx.
error-import-unknown = { $file }: đây không phải văn bản cũng không phải bảng tính.
error-import-unknown-hint = Hãy lưu bảng thành .xlsx, .ods, .csv hoặc .px.
error-import-no-numbers = { $file }: không trang hiện nào có số.
error-import-no-numbers-hint = Hãy chọn tệp chứa chính bảng số liệu.
error-import-no-table = { $file }: có số nhưng không có bảng nào có tiêu đề phía trên và nhãn bên cạnh.
error-import-no-table-hint = Hãy ghi năm hoặc tên trên các cột và tên trước các dòng.
error-import-strange-years = { $file }: trang “{ $sheet }”, ô { $cell }: năm ở tiêu đề nằm ngoài 1900–2100.
error-import-strange-years-hint = Hãy ghi năm dương lịch: năm Phật lịch trừ 543.
error-import-quotes = { $file }: dấu ngoặc kép mở ở dòng { $line } không bao giờ đóng.
error-import-quotes-hint = Hãy đóng hoặc xóa dấu đó.
error-import-keyword = { $file }: thiếu từ khóa PC-Axis { $keyword }.
error-import-keyword-hint = Hãy xuất lại bảng từ cơ sở dữ liệu của cơ quan thống kê.
error-import-count = { $file }: các chiều cho { $expected } số liệu nhưng trong tệp có { $found }.
error-import-count-hint = Tệp bị cắt cụt hoặc đã sửa; hãy xuất lại.

## Kết quả kiểm tra

import-place = trang “{ $sheet }”, { $cell }
import-check-sum-off = { $file }: { $place }: các phần cộng lại được { $other }, dòng tổng ghi { $value }.
import-check-sum-off-hint = Hãy xem số nào sai trước khi lấy.
import-check-shares = { $file }: { $place }: tỷ trọng của cột này cộng lại được { $value }, không phải 100.
import-check-shares-hint = Thiếu một phần, hoặc cột này không phải tỷ trọng.
import-check-negative = { $file }: { $place }: không thể có { $value } người.
import-check-negative-hint = Hãy sửa số này hoặc bỏ ra.
import-check-thousand = { $file }: { $place }: { $value } lệch khoảng một nghìn lần so với các số cùng dòng ({ $other }).
import-check-thousand-hint = Hãy kiểm tra đơn vị của ô này.
import-check-year-twice = { $file }: { $place }: năm này xuất hiện hai lần ở tiêu đề.
import-check-year-twice-hint = Hãy bỏ một trong hai cột.
import-check-label-twice = { $file }: { $place }: nhãn này xuất hiện hai lần với giá trị khác nhau.
import-check-label-twice-hint = Hãy nói rõ hai dòng khác nhau ở đâu, hoặc bỏ một dòng.
import-check-jump = { $file }: { $place }: { $value } sau { $other } của năm trước.
import-check-jump-hint = Hãy xem định nghĩa, địa giới hoặc đơn vị có thay đổi không.
import-check-deflator = { $file }: { $place }: giá sẽ gấp { $value } lần năm gốc.
import-check-deflator-hint = Hãy xem bảng nào theo giá hiện hành và đơn vị của hai bảng.
import-check-marks = { $file }: { $place }: trong cột này có số dùng dấu chấm, có số dùng dấu phẩy thập phân.
import-check-marks-hint = Hãy sửa để mọi số được viết như nhau.
import-check-text = { $file }: { $place }: có chữ ở chỗ của số.
import-check-text-hint = Ô này được bỏ ra; hãy sửa nếu nó thay cho một con số.
import-check-failed-formula = { $file }: { $place }: công thức bị lỗi.
import-check-failed-formula-hint = Ô này coi như thiếu; hãy sửa công thức và lưu lại.
import-check-not-computed = { $file }: { $place }: công thức được lưu mà không có kết quả.
import-check-not-computed-hint = Ô này coi như thiếu; hãy mở bằng chương trình bảng tính và lưu lại.
import-check-unit = { $file }: { $place }: đơn vị này chưa biết.
import-check-unit-hint = Hãy cho biết đơn vị khi được hỏi.
import-check-no-year = { $file }: { $place }: quý hoặc tháng không có năm.
import-check-no-year-hint = Hãy cho biết năm khi được hỏi.
import-check-hidden = { $file }: { $place } bị ẩn trong bảng tính và được bỏ ra.
import-check-hidden-hint = Hãy cho hiện nếu thuộc bảng này; số bị ẩn thường có đơn vị khác.
import-check-codes = { $file }: { $place }: các dòng có mã nhưng không có tên.
import-check-codes-hint = Hãy gán mỗi mã cho một ngành khi lấy bảng.
import-check-ragged = { $file }: { $place }: cột này có giá trị nhưng không có tiêu đề.
import-check-ragged-hint = Cột này được bỏ ra; hãy xem có thừa dấu phân cách không.
import-check-code-page = { $file }: không ghi bảng mã của văn bản; đã đọc theo { $place }.
import-check-code-page-hint = Hãy xem các nhãn; nếu chữ sai thì lưu tệp theo UTF-8.
import-check-cumulative = { $file }: { $place }: các số này cộng dồn từ tháng 1, không phải từng quý.
import-check-cumulative-hint = Chúng được để riêng với số từng quý.
import-check-benchmarks = { $file }: { $place }: các bảng cùng tên có năm gốc khác nhau.
import-check-benchmarks-hint = Hãy lấy một năm gốc cho một chuỗi.
import-check-two-bases = { $file }: { $place }: các năm của dòng này theo giá của những năm gốc khác nhau.
import-check-two-bases-hint = Chúng được để riêng; hai gốc giá chỉ nối thành một chuỗi qua năm có cả hai.
import-check-place = { $file }: { $place }: chưa biết địa bàn này, trong khi các địa bàn khác cùng cột đều biết.
import-check-place-hint = Hãy kiểm tra chính tả, hoặc cho biết đó là địa bàn nào khi lấy bảng.

## Câu hỏi và bảng

import-question = { $file }: { $id }: { $topic }? Đề xuất: { $proposal }. Bảng: { $table }. { $evidence }
import-answered = { $file }: { $id }: { $topic }: { $proposal } (đã trả lời). Bảng: { $table }.
import-ask-marks = Dấu thập phân là chấm (dot) hay phẩy (comma)
import-ask-unit = Các số này theo đơn vị nào
import-ask-basis = Các số này theo giá nào
import-ask-year = Các số này của năm nào
import-ask-territory = Các số này của địa giới nào
import-ask-names = Cột nào ghi tên địa bàn
import-ask-columns = Các cột cùng tiêu đề chứa gì
import-ask-parts = Hai nhóm dòng đều cộng bằng tổng; nhóm nào là các ngành
import-ask-sign = Phần này có bị trừ không
import-ask-series = Các số này có nối tiếp chuỗi mà nghiên cứu đã có không
import-nothing = không có
import-table = { $file } · { $sheet } · { $title } · { $unit } · { $basis } · { $years } · số ô: { $cells } · câu hỏi: { $questions }
import-converted = { $file }: trang “{ $sheet }”: đã chuyển { $texts } đoạn chữ từ TCVN3, chẳng hạn “{ $before }” thành “{ $after }”.

## Tệp của năm sau

import-match = { $file }: “{ $table }” là bảng của lần trước (giống { $score }%); các câu trả lời vẫn dùng được.
import-match-asked-again = { $file }: “{ $table }” có thể là bảng của lần trước (giống { $score }%); các câu trả lời được đề xuất và hỏi lại.
import-match-lost = Tệp không có bảng nào giống “{ $table }” đã lấy lần trước.
import-match-new-labels = Nhãn mới: { $names }.
import-match-lost-labels = Nhãn không còn nữa: { $names }.
import-match-renamed = Có phải vẫn là nhãn cũ không? { $names }.
import-match-new-years = Năm mới: { $names }.
import-revised = { $file }: { $place }: { $name }, { $year }: { $old } → { $new } { $unit }.
import-break-basis = { $file }: { $place }: các số này theo { $new }; các số đã có theo { $old }.
import-break-basis-hint = Hãy giữ như một gốc giá khác. Hai gốc giá chỉ nối thành một chuỗi qua năm có cả hai.
import-break-benchmark = { $file }: { $place }: phần lớn số liệu của các năm đã có nay khác đi; năm { $year } trước là { $old }, nay là { $new } { $unit }.
import-break-benchmark-hint = Hãy giữ cả hai như hai lần công bố và cho biết kế hoạch theo số nào.
import-break-jump = { $file }: { $place }: { $label }: { $old } năm { $from } và { $new } năm { $to } là { $growth }%/năm, trong khi cả hai tệp cho { $usual }%.
import-break-jump-hint = Có thể cuộc điều tra gốc, định nghĩa hoặc địa giới đã đổi: hãy cho biết các năm trước có cùng một chuỗi với các số này không.
