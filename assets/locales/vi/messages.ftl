### Errors, warnings, questions and remarks: what is so, and in -hint what to change.

## The model: errors

error-capital-not-positive = Vốn của { $sector } năm { $year } không còn dương ({ $value }).
error-capital-not-positive-hint = Tăng tỷ lệ đầu tư hoặc giảm khấu hao.
error-labour-not-positive = Lao động { $sector } năm { $year } bằng { $value }: tốc độ dịch chuyển { $rate }% quá lớn.
error-labour-not-positive-hint = Giảm tốc độ dịch chuyển khỏi nông nghiệp hoặc tăng cầu lao động của ngành.
error-labour-shrinks-away = Lao động { $sector } năm { $year } bằng { $value }: lao động của ngành giảm xuống dưới không.
error-labour-shrinks-away-hint = Cho cầu lao động của ngành giảm chậm lại, hoặc bớt việc làm của dự án ít hơn.
error-shares-not-one = Tổng cơ cấu là { $value }%, cần 100%.
error-shares-not-one-hint = Sửa các tỷ trọng của { $group } để tổng bằng 100%.
error-share-target-out-of-range = Tỷ trọng phải nằm trong (0;100)%.
error-share-target-out-of-range-hint = Giá trị đã nhập là { $value }%; sửa chỉ tiêu { $name }.
error-residual-not-positive = Các mục tiêu mâu thuẫn: phần còn lại cho { $sector } năm { $year } là { $value }.
error-residual-not-positive-hint = Giảm chỉ tiêu công nghiệp, tăng { $gdp } hoặc kiểm tra loại giá của tỷ trọng.
error-target-in-the-past = Năm { $year } đã có số thực tế; không thể đặt mục tiêu cho quá khứ.
error-target-in-the-past-hint = So sánh thực tế với mục tiêu?
error-shock-too-deep = Cú sốc vượt 100% sản lượng.
error-shock-too-deep-hint = Giảm độ sâu hoặc mức phơi nhiễm của { $sector } năm { $year }.
error-input-coefficients = Hệ số đầu vào của { $sector } cộng lại >= 1.
error-input-coefficients-hint = Giảm hệ số đầu vào; tổng hiện là { $value }.
error-spillover-singular = Ma trận lan tỏa không nghịch đảo được.
error-spillover-singular-hint = Kiểm tra hệ số đầu vào của các ngành.
error-persistence-out-of-range = Hệ số tự tương quan của { $sector } là { $value }, phải nằm trong (−1;1).
error-persistence-out-of-range-hint = Sửa hệ số tự tương quan của { $sector }.
error-correlation-not-definite = Ma trận tương quan không hợp lệ tại ô { $row } × { $column }.
error-correlation-not-definite-hint = Dùng ma trận hợp lệ gần nhất: ô này bằng { $value }?
error-currency-not-complete = Đồng tiền “{ $code }” của nghiên cứu chưa đủ.
error-currency-not-complete-hint = Nhập mã ba chữ hoa, ví dụ LAK, và tên gọi trong mỗi ngôn ngữ, không quá 16 byte, ví dụ kíp và kip.
error-not-whole = { $name } là { $value }, phải là số nguyên.
error-not-whole-hint = Nhập một số nguyên.
error-not-finite = { $variable } của { $sector } năm { $year } không phải là số hữu hạn.
error-not-finite-hint = Kiểm tra các giả định của { $sector } năm { $year }.
error-negative-capital = Vốn ban đầu của { $sector } là { $value }, phải lớn hơn 0.
error-negative-capital-hint = Nhập vốn đầu kỳ của { $sector } bằng số dương.
error-value-out-of-range = { $name } là { $value }, phải nằm trong { $low } … { $high }.
error-value-out-of-range-hint = Nhập giá trị trong khoảng cho phép.
error-share-out-of-range = { $name } là { $value }%, phải nằm trong 0 … 100%.
error-share-out-of-range-hint = Nhập tỷ trọng từ 0% đến 100%.
error-ends-reversed = { $name } ghi đầu trên là { $high }, nhỏ hơn đầu dưới.
error-ends-reversed-hint = Ghi số nhỏ vào value và số lớn vào upper.
error-period-reversed = { $name } ghi cho giai đoạn { $since } đến { $year }: giai đoạn kết thúc trước khi bắt đầu.
error-period-reversed-hint = Ghi năm đầu vào since và năm cuối vào year.
error-distance-out-of-range = { $name } được coi là đạt khi cách không quá { $value }.
error-distance-out-of-range-hint = Ghi khoảng cách từ 0 đến chính chỉ tiêu, theo đơn vị của chỉ tiêu.
error-rate-beyond-one = { $name } ghi là { $written } theo tỷ lệ mỗi năm, tức { $value }%/năm.
error-rate-beyond-one-hint = Có lẽ muốn nói { $written }%/năm: dùng đơn vị percent_per_year. Nếu đúng là { $value }% thì cũng ghi bằng phần trăm.
error-price-level-in-base = { $place } cho mức giá { $value } ở năm { $base }, là năm gốc giá của nghiên cứu: ở năm đó mức giá là 1.
error-price-level-in-base-hint = Đặt price_base_year là năm có mức giá mà các số liệu dùng. Đổi sang năm khác thì phải đổi cả số liệu: đổi riêng năm chỉ là đổi tên.
error-horizon = Năm cuối { $year } phải sau năm gốc { $base } và không quá { $last }.
error-horizon-hint = Chọn năm cuối khác.
error-target-before-base = Chỉ tiêu { $name } đặt cho năm { $year }, không sau năm gốc { $base }.
error-target-before-base-hint = Sửa năm của chỉ tiêu hoặc năm gốc.
error-unknown-scenario = Không có kịch bản { $name }.
error-unknown-scenario-hint = Các kịch bản của nghiên cứu: { $known }.
error-unknown-lever = Không có giả định { $name }.
error-unknown-lever-hint = Gõ `kichban list levers` để xem mọi giả định.
error-scenario-cycle = Kịch bản { $name } dựa trên chính nó.
error-scenario-cycle-hint = Chọn kịch bản gốc khác cho { $name }.
error-circular-group = Nhóm ngành { $name } nằm trong chính nó.
error-circular-group-hint = Chọn nhóm khác chứa { $name }, hoặc để { $name } đứng riêng.
error-empty-group = Không có ngành nào thuộc nhóm { $name }.
error-empty-group-hint = Bỏ nhóm { $name }, hoặc xếp một ngành vào nhóm này.

## The study: statements that do not hold

error-unknown-reference = { $place } nhắc đến “{ $name }”, không có trong nghiên cứu.
error-unknown-reference-hint = Sửa tên hoặc thêm “{ $name }”.
error-duplicate-id = Mã “{ $name }” ở { $place } đã được dùng.
error-duplicate-id-hint = Đặt mã khác cho một trong hai.
error-same-name = Hai cách đọc tệp cùng tên “{ $name }”.
error-same-name-hint = Hãy đặt cho một trong hai một tên khác.
error-duplicate-figure = { $place } nêu một số liệu lần thứ hai: { $name }; số thứ nhất ở { $first }.
error-duplicate-figure-hint = Xóa một trong hai, hoặc ghi kỳ công bố khác cho một dòng.
error-duplicate-key = “{ $name }” xuất hiện hai lần.
error-duplicate-key-hint = Xóa một trong hai dòng.
error-year-twice = Năm { $year } xuất hiện hai lần.
error-year-twice-hint = Xóa một trong hai dòng.
error-no-actual = Nghiên cứu không có số thực tế nào cho { $name }.
error-no-actual-hint = Nhập một số cùng loại, cùng địa giới và kỳ công bố trong mục Số liệu.
error-level-cannot-grow = Mức { $value } không thể tăng trưởng.
error-level-cannot-grow-hint = Sửa lại con số: mức phải lớn hơn 0.
error-no-rest = Phần đã biết bằng { $value }% của năm thì không còn phần sau.
error-no-rest-hint = Trọng số của phần đã biết phải nằm giữa 0 và 100%.
error-months-out-of-range = Kỳ công bố “{ $name }” được ghi là gồm { $value } tháng.
error-months-out-of-range-hint = Một phần của năm là từ 1 đến 11 tháng; không ghi cả năm vào danh sách này.
error-bad-id = “{ $name }” không dùng làm mã được.
error-bad-id-hint = Mã chỉ gồm chữ cái không dấu, chữ số, gạch nối và gạch dưới, không phải “taxes” hay “total”.
error-not-positive = { $name } là { $value }, phải lớn hơn 0.
error-not-positive-hint = Nhập một số dương.
error-unusable-figure = { $name } không phải là số dùng được.
error-unusable-figure-hint = Kiểm tra đơn vị và số chữ số.
error-wrong-unit = { $unit } không phải là đơn vị của { $name }.
error-wrong-unit-hint = Dùng đơn vị cùng loại với { $known }.
error-no-source = { $name } không có nguồn.
error-no-source-hint = Ghi mã của một nguồn trong phần nguồn.
error-wrong-kind = { $name } của kịch bản { $scenario } không nhận loại giá trị này.
error-wrong-kind-hint = Công tắc nhận bật hoặc tắt, cơ cấu nhận các tỷ trọng, còn lại nhận số.
error-year-out-of-range = { $place }: năm { $year } phải nằm trong 1900 … { $last }.
error-year-out-of-range-hint = Sửa năm.
error-no-baseline = Nghiên cứu không có đường cơ sở hoặc không có khu vực nào.
error-no-baseline-hint = Thêm ít nhất một đường cơ sở và một khu vực.
error-in-place = { $place }: { $sentence }
error-in-place-hint = { $hint }

## The study: what does not become a run

error-missing-figure = Thiếu { $name } cho { $baseline }.
error-missing-figure-hint = Thêm số đó vào phần số liệu thực tế hoặc tham số.
error-record-too-short = { $baseline } cần { $needed } tốc độ tăng của tổng, số liệu chỉ cho { $found }.
error-record-too-short-hint = Thêm số liệu từng năm của tổng cùng kỳ công bố với đường cơ sở, hoặc để tăng trưởng là giả định.
error-missing-field = Chưa có “{ $name }” cho { $baseline }.
error-missing-field-hint = Nhập trong khung nhìn Bất định, mục “{ $group }”; trong tệp nghiên cứu đó là tham số { $word }.
error-missing-figure-year = Thiếu { $name } năm { $year } cho { $baseline }.
error-missing-figure-year-hint = Thêm số của năm { $year } vào phần số liệu thực tế hoặc tham số.
error-closure-needs-figure = Chế độ vốn cần { $name }, mà { $baseline } không có số liệu đó.
error-closure-needs-figure-hint = Thêm số đó, hoặc dùng chế độ năng suất, chỉ cần sản lượng.
error-unknown-subject = Giả định “{ $name }” không chỉ đến khu vực, dự án, khu công nghiệp hay cú sốc nào.
error-unknown-subject-hint = Gõ `kichban list levers` để xem mọi giả định.
error-other-territory = { $name } thuộc địa giới “{ $first }”, nghiên cứu thuộc “{ $second }”.
error-other-territory-hint = Dùng số của cùng một địa giới.
error-target-beyond-horizon = Chỉ tiêu năm { $year } nằm sau năm cuối { $last }.
error-target-beyond-horizon-hint = Kéo dài năm cuối hoặc bỏ năm đó khỏi đường cơ sở.
error-target-not-positive = Chỉ tiêu của { $sector } năm { $year } là { $value }, phải lớn hơn 0.
error-target-not-positive-hint = Sửa chỉ tiêu.
error-targets-dependent = Hai chỉ tiêu nói về cùng một đại lượng.
error-targets-dependent-hint = Bỏ một trong hai chỉ tiêu.
error-total-not-fixed = Không chỉ tiêu nào xác định { $gdp } năm { $year }.
error-total-not-fixed-hint = Thêm một tỷ trọng trong { $gdp } hoặc { $gdp } của năm { $year }.
error-spread-failed = Không phân bổ được phần còn lại { $value } nghìn tỷ { $money } năm { $year }.
error-spread-failed-hint = Kiểm tra các chỉ tiêu và độ bất định của các khu vực còn lại.
error-skills-not-positive = Chỉ số kỹ năng của { $sector } năm { $year } là { $value }, phải lớn hơn 0.
error-skills-not-positive-hint = Giảm mức thay đổi của tỷ lệ lao động qua đào tạo.
error-potential-not-positive = Sản lượng tiềm năng của { $sector } năm { $year } là { $value }, phải lớn hơn 0.
error-potential-not-positive-hint = Kiểm tra tốc độ tăng trưởng của { $sector }.
error-labour-supply-not-positive = Cung lao động năm { $year } là { $value } nghìn người, phải lớn hơn 0.
error-labour-supply-not-positive-hint = Kiểm tra dân số, di cư, tỷ lệ tham gia và thất nghiệp.
error-input-out-of-range = { $name } của { $sector } là { $value }, ngoài phạm vi mà phương trình chấp nhận.
error-input-out-of-range-hint = Kiểm tra đơn vị và dấu thập phân.
error-path-length = { $name } của { $sector } có { $found } năm, cần { $known } năm.
error-path-length-hint = Báo lỗi này kèm tệp nghiên cứu: chương trình phải tự có đủ các năm.

## The model: warnings

warning-beyond-calibration = Sau { $year } mô hình giữ giả định năm cuối; dải bất định chưa được kiểm chứng.
warning-beyond-calibration-hint = Đặt năm cuối là { $year } hoặc nhập giả định cho các năm sau.
warning-short-history = Chỉ có { $count } năm: độ rộng dải dùng giá trị tham chiếu.
warning-short-history-hint = Thêm số liệu thực tế để có ít nhất 8 năm.

## The model: outcomes and remarks

outcome-not-attainable = Không đạt được trong giới hạn đã đặt: { $short }. Chạm giới hạn: { $levers }.
outcome-not-attainable-hint = { $advice }
outcome-land-binds = Đất công nghiệp đang giới hạn sản lượng; thay đổi “{ $lever }” không có tác dụng.
outcome-land-binds-hint = Mở thêm khu công nghiệp hoặc tắt giới hạn đất.
outcome-no-solution = Không có giá trị nào của { $lever } đạt được { $value }.
outcome-no-solution-hint = Chọn giả định khác hoặc kéo nhiều giả định cùng lúc.

## Numbers as typed

error-number-empty = Chưa nhập số.
error-number-empty-hint = Nhập một số, ví dụ 12,5.
error-number-unreadable = “{ $value }” không phải là số.
error-number-unreadable-hint = Chỉ dùng chữ số, một dấu thập phân và dấu phân cách hàng nghìn.
error-number-not-finite = Số quá lớn hoặc không hữu hạn.
error-number-not-finite-hint = Kiểm tra đơn vị và số chữ số.
question-decimal-mark = “{ $value }” là { $thousands } hay { $decimal }?
question-decimal-mark-hint = Dấu đó là dấu thập phân hay dấu hàng nghìn?

## Files

error-file-syntax = { $path }, dòng { $line }, cột { $column }: không đọc được nội dung.
error-file-syntax-hint = Sửa chỗ đó hoặc mở bản sao lưu. Chi tiết: { $detail }.
error-file-truncated = { $path } bị cắt ngang ở dòng { $line }, cột { $column }.
error-file-truncated-hint = Tệp chưa được ghi hoặc chép trọn vẹn; mở bản sao lưu.
error-file-unknown-field = { $path }, dòng { $line }, cột { $column }: không có trường “{ $field }”.
error-file-unknown-field-hint = Các trường được phép: { $known }.
error-file-missing-field = { $path }, dòng { $line }, cột { $column }: thiếu trường “{ $field }”.
error-file-missing-field-hint = Thêm trường “{ $field }”.
error-file-newer = { $path } có định dạng phiên bản { $version }, mới hơn chương trình này ({ $supported }).
error-file-newer-hint = Cài phiên bản mới hơn của Kịch Bản; tệp không bị thay đổi.
error-file-not-utf8 = { $path } không phải là văn bản UTF-8 (byte { $byte }).
error-file-not-utf8-hint = Lưu lại tệp với bảng mã UTF-8.
error-file-not-text = { $path } không phải là nghiên cứu: đây là ảnh hoặc tệp của chương trình khác.
error-file-not-text-hint = Chọn một nghiên cứu (.kichban, .ron) hoặc tệp mà chương trình đã xuất từ nghiên cứu: bảng tính, báo cáo, trang, biểu đồ SVG. Số liệu của cơ quan thống kê lấy vào ở Tệp › Lấy số liệu từ tệp (kichban import).
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
error-stream-refused = { $path } là đường ống hoặc thiết bị và không nhận hết kết quả: { $reason }.
error-stream-refused-hint = Ghi vào một tệp, hoặc bỏ --out để xem ngay tại đây.
error-output-refused = { $path } không nhận hết phần in ra: { $reason }.
error-output-refused-hint = Giải phóng chỗ ở nơi ghi, hoặc ghi ra nơi khác bằng --out.
error-file-empty = { $path } không có nội dung.
error-file-empty-hint = Mở bản sao lưu hoặc tạo nghiên cứu mới.
error-file-duplicate-field = { $path }, dòng { $line }, cột { $column }: trường “{ $field }” xuất hiện hai lần.
error-file-duplicate-field-hint = Xóa một trong hai.
error-file-wrong-type = { $path }, dòng { $line }, cột { $column }: giá trị khác loại.
error-file-wrong-type-hint = Cần { $expected }, đang là { $found }.
error-file-unknown-word = { $path }, dòng { $line }, cột { $column }: không có từ “{ $found }”.
error-file-unknown-word-hint = Các từ được phép: { $known }.
error-file-unusable-number = { $path }, dòng { $line }, cột { $column }: “{ $value }” không phải là số dùng được.
error-file-unusable-number-hint = Số trong tệp phải hữu hạn và không quá 10^15.
error-file-unknown-version = { $path } có định dạng phiên bản { $version }, chưa từng có.
error-file-unknown-version-hint = Phiên bản hiện nay là { $supported }.
error-export-date = “{ $value }” không phải là ngày.
error-export-date-hint = Viết ngày theo dạng 2026-11-22.
error-export-no-sections = `--sections` dùng để chọn phần, mà bản xuất { $form } không chia phần.
error-export-no-sections-hint = Bỏ `--sections`, hoặc xuất report hay note.
error-export-out = { $path } chỉ nhận một tệp đúng loại; lần xuất này tạo { $files }.
error-export-out-hint = Ghi tên thư mục, thêm dấu gạch chéo ở cuối nếu tên có dấu chấm, hoặc dùng phần mở rộng mà chỉ một tệp có.
error-export-part = Không tạo được { $part }.
error-export-part-hint = Đây là lỗi của chương trình; gửi kèm tệp nghiên cứu khi báo lỗi. Chi tiết: { $detail }.
error-export-section = “{ $value }” không phải là phần của bản xuất { $form }.
error-export-section-hint = Các phần, cách nhau bằng dấu phẩy: { $ids }.
error-file-damaged = { $path } bị hỏng nên không lấy được nghiên cứu bên trong.
error-file-damaged-hint = Mở bản khác của tệp, hoặc mở tệp nghiên cứu gốc. Chi tiết: { $detail }.
error-file-no-study = { $path } không mang theo nghiên cứu nào.
error-file-no-study-hint = Chỉ mở được bảng tính, báo cáo Word và hình SVG do Kịch Bản xuất ra.
error-file-study = { $path }: { $sentence }
error-file-study-hint = { $hint }
error-file-study-line = { $path }, dòng { $line }, cột { $column }: { $sentence }
error-file-study-line-hint = { $hint }

## Files: pieces of sentences

file-unnamed = nghiên cứu
file-refusal-denied = không có quyền
file-refusal-no-folder = thư mục không tồn tại
file-refusal-is-folder = đây là thư mục
file-refusal-full = hết chỗ trên đĩa
file-refusal-read-only = nơi này chỉ đọc
figure-of-line = { $quantity } của { $sector }

## The command line

error-unknown-variable = Không có biến { $name }.
error-unknown-variable-hint = Gõ `kichban list variables` để xem mọi biến.
error-unknown-baseline = Không có đường cơ sở { $name }.
error-unknown-baseline-hint = Các đường cơ sở của nghiên cứu: { $known }.
error-years-unreadable = “{ $value }” không phải là danh sách năm.
error-years-unreadable-hint = Viết 2025,2030 hoặc 2025-2030.
error-years-reversed = Các năm “{ $value }” bị ngược: { $first } sau { $last }.
error-years-reversed-hint = Viết { $last }-{ $first }.
error-unknown-line = Không có khu vực { $name }.
error-unknown-line-hint = Các khu vực và nhóm của nghiên cứu: { $known }.
error-option-not-used = { $option } không đi cùng --what { $what }.
error-option-not-used-hint = Bỏ { $option }; đi cùng --what { $what }: { $used }.
error-no-option-used = { $option } không đi cùng --what { $what }.
error-no-option-used-hint = Bỏ { $option }; --what { $what } là của cả nghiên cứu.
error-years-outside = Không kịch bản nào được chọn có năm { $year }.
error-years-outside-hint = Chọn năm trong khoảng { $first }–{ $last }.
error-one-year-no-period = Riêng năm { $year } chưa thành một giai đoạn: tăng trưởng tính từ năm này đến năm khác.
error-one-year-no-period-hint = Nêu hai năm, như --years { $before }-{ $after }, trong khoảng { $first }–{ $last }.
error-compared-with-itself = { $scenario } chính là mốc so sánh: không có gì để so với chính nó.
error-compared-with-itself-hint = Thêm --scenario hoặc --against với một trong: { $others }.
error-only-one-case = Ngoài { $scenario }, nghiên cứu không có kịch bản nào để so sánh.
error-only-one-case-hint = Thêm một kịch bản vào nghiên cứu trước.
error-in-scenario = { $scenario }: { $sentence }
error-in-scenario-hint = { $hint }
error-unknown-word = { $option } không có từ { $name }.
error-unknown-word-hint = Viết một trong các từ: { $known }.
error-months-unreadable = { $name } không phải là các tháng.
error-months-unreadable-hint = Viết các tháng kể từ tháng 1, ví dụ 1-6 hoặc 1-9.
error-nothing-to-rebase = Không có năm nào sau { $base } có đủ giá trị tăng thêm của mọi ngành.
error-nothing-to-rebase-hint = Trước hết hãy nhập hoặc lấy từ tệp giá trị tăng thêm của mọi ngành trong một năm sau đó, cùng một đợt công bố.
error-no-output-of-year = Năm { $year } không thể làm năm gốc: năm gốc phải sau { $base } và có đủ giá trị tăng thêm của mọi ngành trong cùng một đợt công bố.
error-no-output-of-year-hint = Nhập hoặc lấy từ tệp các số liệu còn thiếu, hoặc chọn năm khác.
error-gaps-after-rebase = Kỳ công bố của chuỗi số liệu chưa có số năm { $year } về: { $names }.
error-gaps-after-rebase-hint = Nhập các số liệu này trong kỳ công bố đó, hoặc cho phép để trống (--allow-gaps): phần đó của mô hình sẽ hiện là chưa biết.
error-not-rebased = Không lấy năm { $year } làm năm gốc của “{ $name }” được. { $sentence }
error-not-rebased-hint = { $hint }
error-unknown-vintage = “{ $vintage }” không làm chuỗi số liệu chính được.
error-unknown-vintage-hint = Chọn một kỳ công bố có giá trị tăng thêm của mọi khu vực trong năm gốc cuối: { $known }.
error-no-reason = Chưa có lý do chọn kỳ công bố này.
error-no-reason-hint = Ghi lý do trong vài từ, ví dụ văn bản đã hiệu chỉnh số liệu.
