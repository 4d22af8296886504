### Phát hiện khi kiểm tra kế hoạch: mỗi phát hiện nói gì, và sau -hint là cần xem điều gì.

## Kế hoạch so với chính nó

finding-shares-sum = Cơ cấu năm { $year } cộng đủ 100%
finding-shares-sum-says = Các tỷ trọng mà kế hoạch nêu cho năm { $year } cộng lại bằng { $value }.
finding-shares-sum-hint = Đối chiếu với bảng đã in, và xem thuế sản phẩm được tính ở đâu.
finding-implied-total = { $gdp } { $year } suy ra từ mức và tỷ trọng
finding-implied-total-says = Giá trị tăng thêm của một khu vực và tỷ trọng của nó cho { $gdp } năm { $year } bằng { $value }.
finding-implied-total-hint = Dùng mức này mỗi khi so một con số khác của kế hoạch với { $gdp }.
finding-total-growth = Tăng trưởng { $gdp } { $period }
finding-total-growth-says = Các con số của chính kế hoạch cho tăng trưởng { $gdp } { $value }/năm trong { $period }.
finding-total-growth-hint = Phải điều chỉnh mức, tỷ trọng hoặc chỉ tiêu tăng trưởng; cũng có thể tỷ trọng tính theo giá hiện hành.
finding-line-growth = { $short }: tăng trưởng { $period }
finding-line-growth-says = { $line }: các mức trong kế hoạch cho tăng trưởng { $value }/năm trong { $period }.
finding-line-growth-hint = Xem mức hay tốc độ tăng được sửa sau cùng, rồi sửa số còn lại cho khớp.
finding-employment-growth = { $short }: tăng lao động { $period }
finding-employment-growth-says = { $line }: chỉ tiêu của kế hoạch cho lao động tăng { $value }/năm trong { $period }.
finding-employment-growth-hint = Đối chiếu với mức tăng lực lượng lao động và năng lực đào tạo.
finding-productivity-growth = { $short }: tăng năng suất { $period }
finding-productivity-growth-says = { $line }: chỉ tiêu của kế hoạch cho năng suất lao động tăng { $value }/năm trong { $period }.
finding-productivity-growth-hint = Đối chiếu với kết quả đã đạt của tỉnh và của cả nước.
finding-productivity-level = { $short }: năng suất { $year }
finding-productivity-level-says = { $line }: chỉ tiêu của kế hoạch cho { $value } vào năm { $year }.
finding-productivity-level-hint = Mức năng suất giúp thấy sản lượng và lao động có cùng phạm vi hay không.
finding-rest-growth = Ngoài “{ $short }”: tăng trưởng { $period }
finding-rest-growth-says = Toàn bộ phần ngoài “{ $line }” sẽ phải tăng { $value }/năm trong { $period }.
finding-rest-growth-hint = Cần hỏi các khu vực còn lại đã bao giờ cùng tăng nhanh như vậy chưa.
finding-residual-growth = { $short }: tăng trưởng { $period }, phần còn lại
finding-residual-growth-says = { $line }: phần mà các chỉ tiêu khác để lại tăng { $value }/năm trong { $period }.
finding-residual-growth-hint = Nâng tổng, hạ các khu vực khác, hoặc nêu lại khoảng tăng của khu vực này.

## Kế hoạch so với kết quả dự phóng của nó

finding-labour-margin = Cung trừ cầu lao động { $year }
finding-labour-margin-says = Trên đường kế hoạch, cung trừ cầu lao động năm { $year } là { $value }.
finding-labour-margin-hint = Nếu thiếu thì phải có người nhập cư, tỷ lệ tham gia cao hơn, hoặc ít việc làm hơn.
finding-employment-rate = Lao động trên dân số { $year }
finding-employment-rate-says = Trên đường kế hoạch, { $value } dân số có việc làm năm { $year }.
finding-employment-rate-hint = Kiểm tra dân số, tỷ lệ tham gia và lao động từng khu vực.
finding-icor = ICOR { $period }
finding-icor-says = Trên đường kế hoạch, thêm một { $currency } { $gdp } cần { $value } { $currency } đầu tư trong { $period }.
finding-icor-hint = Thấp thì đầu tư phải hiệu quả khác thường, cao thì cần rất nhiều vốn.
finding-tfp-part = Phần TFP trong tăng trưởng { $period }
finding-tfp-part-says = Trên đường kế hoạch, TFP đóng góp { $value } tăng trưởng { $period }.
finding-tfp-part-hint = TFP nhiều hơn thì vốn và lao động ít hơn với cùng mức tăng: xem kế hoạch nêu quá cao yếu tố nào.
finding-tfp-growth = { $short }: tăng TFP { $period }
finding-tfp-growth-says = { $line }: đường kế hoạch cần TFP tăng { $value }/năm trong { $period }.
finding-tfp-growth-hint = TFP tăng nhanh hơn mức cả nước từng đạt thì cần lý do riêng.
finding-land-margin = Đất công nghiệp so với nhu cầu { $year }
finding-land-margin-says = Trên đường kế hoạch, đất có thể sử dụng bằng { $value } lần nhu cầu năm { $year }.
finding-land-margin-hint = Dưới 1 thì đất giới hạn sản lượng: mở khu công nghiệp sớm hơn hoặc nâng giá trị trên mỗi héc-ta.
finding-per-head = { $gdp } đầu người { $year }
finding-per-head-says = Đường kế hoạch cho { $value } vào năm { $year }, theo giá hiện hành.
finding-per-head-hint = Cần hỏi con số đã nêu dựa trên dân số và lạm phát nào.
finding-relative-productivity = { $short }: năng suất tương đối { $year }
finding-relative-productivity-says = { $line }: trên đường kế hoạch, tỷ trọng { $gdp } bằng { $value } lần tỷ trọng lao động năm { $year }.
finding-relative-productivity-hint = Xa 1 thì sản lượng và lao động có thể không cùng phạm vi.

## Kế hoạch so với kết quả đã đạt

finding-exports = Xuất khẩu so với { $gdp } { $year }
finding-exports-says = Xuất khẩu gộp bằng { $value } lần { $gdp } năm { $year }.
finding-exports-hint = Xuất khẩu có cả đầu vào nhập khẩu: không so với giá trị tăng thêm.
finding-one-year-jump = { $short }: phải tăng riêng năm { $year }
finding-one-year-jump-says = { $line }: để đạt chỉ tiêu { $year }, riêng năm đó phải tăng { $value }.
finding-one-year-jump-hint = Kiểm tra chỉ tiêu và số thực tế mới nhất có cùng chuỗi; nếu cùng thì chỉ tiêu ngoài tầm với.
finding-catch-up = { $short }: phải tăng mỗi năm { $period }
finding-catch-up-says = { $line }: để đạt chỉ tiêu { $year }, mỗi năm trong { $period } phải tăng { $value }.
finding-catch-up-hint = Dời chỉ tiêu, hoặc nêu rõ điều gì sẽ khác những năm đã qua.
finding-rest-of-year = IIP { $year }: phải tăng trong { $months ->
        [1] tháng cuối
       *[other] { $months } tháng cuối
    }
finding-rest-of-year-says = Để đạt mức tăng đã nêu cho năm { $year }, { $months ->
        [1] tháng cuối
       *[other] { $months } tháng cuối
    } phải tăng { $value }.
finding-rest-of-year-hint = Cần hỏi ước tính cả năm có được lập trước khi biết số các tháng hay không.

## Các số đã công bố so với nhau

finding-amounts = { $subject } { $year }: các phần
finding-amounts-says = Các phần cộng lại bằng { $value }.
finding-amounts-hint = Tìm phần còn thiếu hoặc bị tính hai lần.
finding-counts = { $subject } { $year }: các phần
finding-counts-says = Các phần được nêu cộng lại bằng { $value }.
finding-counts-hint = Tìm xem danh sách bỏ sót phần nào, và phần nào mới chỉ là dự kiến.
finding-next-level = { $gdp } { $year } từ mức { $before } và tốc độ tăng
finding-next-level-says = Mức năm { $before } và tốc độ tăng công bố cho năm { $year } cho { $value }.
finding-next-level-hint = Mức và tốc độ tăng khác kỳ công bố: chỉ nối tốc độ tăng từ một mức.
finding-earlier-level = { $gdp } { $year } theo công bố của { $after }
finding-earlier-level-says = Mức và tốc độ tăng công bố cho năm { $after } cho { $value } vào năm { $year }.
finding-earlier-level-hint = Chênh lệch với mức đã công bố cho năm { $year } là phần điều chỉnh giữa hai kỳ.
finding-level-before = { $gdp } { $year } tính ngược từ { $after }
finding-level-before-says = Mức năm { $after } và tốc độ tăng của nó cho { $value } vào năm { $year }.
finding-level-before-hint = Mức và tốc độ tăng khác kỳ công bố: chỉ nối tốc độ tăng từ một mức.
finding-population = Dân số { $year } từ { $gdp } đầu người
finding-population-says = { $gdp } và { $gdp } đầu người cho dân số năm { $year } bằng { $value }.
finding-population-hint = Một trong ba con số thuộc năm khác hoặc kỳ công bố khác.
finding-projects = Các dự án nêu tên so với FDI đăng ký { $year }
finding-projects-says = Các dự án nêu tên chiếm { $value } vốn FDI đăng ký năm { $year }.
finding-projects-hint = Nếu lớn hơn tổng thì dự án của nhiều năm đang đứng cạnh tổng của một năm.

## Nguồn

finding-decimal-marks = Hai dấu thập phân trong một câu
finding-decimal-marks-says = Một câu viết số thập phân bằng cả dấu chấm và dấu phẩy.
finding-decimal-marks-hint = Đọc mỗi số theo độ lớn và hỏi lại người viết: đọc cách kia thì số lớn gấp nghìn lần.
finding-price-basis = Không nêu loại giá: { $quantity }
finding-price-basis-says = Nguồn không nói con số này theo giá so sánh hay giá hiện hành: { $quantity }.
finding-price-basis-hint = Cần hỏi loại giá. Cho đến khi biết, cả hai cách đọc đều có thể đúng và chênh nhau nhiều điểm %.
finding-territory = Số liệu của địa giới khác
finding-territory-says = { $value } số liệu của nghiên cứu nói về địa giới khác và không nằm trong tổng nào.
finding-territory-hint = Chỉ so với số liệu cùng địa giới.
finding-unit-slip = { $short }: { $quantity } { $year } khác hẳn các số cùng loại
finding-unit-slip-says = { $line }: { $quantity } năm { $year } ghi là { $written }, trong khi các số cùng loại khác nằm gần nhau ở chỗ khác.
finding-unit-slip-hint = Có lẽ muốn nói { $likely }: xem lại đơn vị của con số.

## Tiền của quy hoạch so với tăng trưởng

finding-investment-rate = Đầu tư/{ $gdp } { $period }, giá năm gốc
finding-investment-rate-says = Vốn đầu tư dự kiến { $period } bằng { $value } { $gdp } trên đường kế hoạch, nếu tổng số được hiểu theo giá năm gốc.
finding-investment-rate-hint = Làm rõ ai sẽ đầu tư phần { $gdp } lớn hơn nhiều như vậy, hoặc giảm tổng vốn hay mức tăng trưởng.
finding-investment-rate-current = Đầu tư/{ $gdp } { $period }, giá hiện hành
finding-investment-rate-current-says = Vốn đầu tư dự kiến { $period } bằng { $value } { $gdp } trên đường kế hoạch, nếu tổng số được hiểu theo giá từng năm mà nghiên cứu này giả định.
finding-investment-rate-current-hint = Hỏi tổng vốn tính theo giá nào, và ai sẽ đầu tư phần { $gdp } lớn hơn nhiều như vậy.
finding-dollar-prices = Giá theo USD { $period }, mức thấp
finding-dollar-prices-says = Ở mức thấp, tăng trưởng và { $gdp } đầu người bằng USD chỉ khớp nếu giá tính bằng USD thay đổi { $value } mỗi năm trong { $period }.
finding-dollar-prices-hint = Giá tính bằng USD chỉ giảm khi { $currency } mất giá nhanh hơn giá tăng: hỏi tỷ giá và lạm phát nào đứng sau chỉ tiêu đầu người.
finding-dollar-prices-top = Giá theo USD { $period }, mức cao
finding-dollar-prices-top-says = Ở mức cao, tăng trưởng và { $gdp } đầu người bằng USD chỉ khớp nếu giá tính bằng USD thay đổi { $value } mỗi năm trong { $period }.
finding-dollar-prices-top-hint = Giá tính bằng USD chỉ giảm khi { $currency } mất giá nhanh hơn giá tăng: hỏi tỷ giá và lạm phát nào đứng sau chỉ tiêu đầu người.

## So với gì

finding-against-plan = Kế hoạch nêu { $stated }.
finding-against-record = Mức cao nhất từng đạt là { $stated }.
finding-against-earlier-target = Chưa có mức thực tế nào; chỉ tiêu năm { $of } là { $stated }.
finding-against-plausible = Nghiên cứu coi { $stated } là hợp lý.
finding-against-source = Nguồn nêu { $stated }.
finding-earlier-target = chỉ tiêu { $of }: { $value }
finding-record = kỷ lục { $value }
finding-plan-most = kế hoạch ≤ { $value }
finding-at-bound = Nếu tăng { $bound }/năm thì đến { $year } là { $level }.
finding-lookalike = Chỉ tiêu { $year } ({ $target }) có chữ số gần trùng { $gdp } { $before } ({ $total }): đó là hai đại lượng khác nhau.
finding-at-most = nhiều nhất { $value }
finding-at-least = ít nhất { $value }
finding-times = { $value } lần

## Kết luận

finding-verdict-below = Thấp hơn
finding-verdict-above = Cao hơn
finding-verdict-mismatch = Mâu thuẫn
finding-verdict-not-stated = Không nêu
finding-verdict-info = Để biết
finding-verdict-ok = Khớp

## Nguồn của con số

finding-result = đường kế hoạch, tính toán
finding-project = vốn đăng ký của { $name }

## Khi kiểm tra không đủ

audit-no-targets = Nghiên cứu không có chỉ tiêu nào cho địa giới của mình, nên không có gì để kiểm tra.
audit-no-targets-hint = Thêm chỉ tiêu trong mục Số liệu.
audit-figures-only = Đường kế hoạch không cho kết quả dự phóng, nên bỏ qua các phép kiểm về kết quả.
audit-figures-only-hint = Xem thanh trạng thái hoặc lệnh kichban check nói gì về các chỉ tiêu.
