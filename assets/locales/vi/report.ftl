### Báo cáo và các bản xuất khác: tiêu đề, câu mẫu, phương pháp.

## Title and facts

report-title = Báo cáo kịch bản tăng trưởng
report-contents = Mục lục
report-closure = Cách khép kín mô hình: { $closure }
report-closure-output = sản lượng theo tốc độ tăng của chính nó
report-vintage = Kỳ công bố: { $vintage }
report-date = Ngày lập: { $date }
report-scenarios-count = { $count } kịch bản
report-scenarios-count-inside = { $count } kịch bản
report-table = Bảng { $number }
report-figure = Hình { $number }
report-figure-source = Nguồn: { $study }; kỳ công bố: { $vintage }; cách khép kín: { $closure }; tính bằng Kịch Bản { $version }, { $date }. { $cases }
report-figure-structure = Cơ cấu { $gdp } năm cuối
report-figure-of = { $title } – { $line }

## Sections

report-section-summary = Tóm tắt
report-section-scenarios = Câu hỏi và kịch bản
report-section-assumptions = Giả định khác nhau
report-section-results = Kết quả
report-section-charts = Biểu đồ
report-section-targets = So với chỉ tiêu
report-section-sources = Nguồn số liệu
report-section-method = Phương pháp
report-section-origin = Xuất xứ của các con số

## Sentences

report-summary-opening = Báo cáo trình bày { $count }. Các con số là kết quả có điều kiện: đúng khi các giả định { $section ->
    [0] của kịch bản
   *[other] nêu ở mục { $section }
  } xảy ra, không phải là dự báo.

report-table-answers = Trả lời: { $gdp } năm { $year } ({ $unit })
report-answers-grdp = { $gdp }
report-answers-difference = Chênh lệch
report-answers-reference = So với
report-answers-band = Khoảng 80%
report-answers-growth = Tăng trưởng { $period }, %/năm
report-answers-source = Nếu các giả định của kịch bản xảy ra, có 80% khả năng { $gdp } nằm trong khoảng này. Tăng trưởng là bình quân của { $gdp } theo giá so sánh. Dấu gạch là kịch bản không so với kịch bản nào, hoặc không có khoảng{ $likely ->
    [told] ; mục về khả năng đạt chỉ tiêu nêu lý do
   *[untold] { "" }
  }.

## The answer note

answer-page-save = Lưu thành văn bản…
answer-note-subtitle = Bản trả lời · { $study }
answer-note-section-question = Câu hỏi
answer-note-section-about = Đây là kịch bản gì
answer-note-section-answer = Trả lời
answer-note-section-why = Vì sao
answer-note-section-likely = Khả năng xảy ra
answer-note-section-figures = Các con số chính
answer-note-section-rests = Dựa trên những gì
answer-note-no-question = Kịch bản này chưa ghi câu hỏi.
answer-note-answer = Ở kịch bản “{ $name }”, { $gdp } năm { $year } đạt { $grdp } nghìn tỷ { $money } (giá so sánh { $base }){ $compared ->
    [above] , cao hơn { $gap } nghìn tỷ { $money } ({ $percent }) so với “{ $reference }”
    [below] , thấp hơn { $gap } nghìn tỷ { $money } ({ $percent }) so với “{ $reference }”
    [same] , bằng “{ $reference }” sau khi làm tròn
   *[alone] { "" }
  }; { $is-known ->
    [yes] nếu các giả định xảy ra, có 80% khả năng con số này nằm trong khoảng từ { $low } đến { $high } nghìn tỷ { $money }.
    [no] chưa tính được khả năng xảy ra, lý do nêu bên dưới.
   *[untold] chưa tính được khả năng xảy ra.
  }
answer-note-no-answer = Ở kịch bản “{ $name }” không có số liệu { $gdp } năm { $year }.
answer-note-differs = So với “{ $reference }”, chỉ tiêu khác nhiều nhất là { $figure }: { $own } so với { $other } ({ $difference }).
answer-note-growth = Tăng trưởng { $gdp } bình quân giai đoạn { $period } là { $growth }/năm (giá so sánh { $base }){ $landing ->
    [above] , cao hơn chỉ tiêu { $wanted }%/năm là { $gap } điểm phần trăm
    [below] , thấp hơn chỉ tiêu { $wanted }%/năm là { $gap } điểm phần trăm
    [same] , đúng mức chỉ tiêu { $wanted }%/năm
   *[none] { "" }
  }.
answer-note-why-reference = Các kịch bản khác được so với “{ $name }”, nên không có giả định nào làm kịch bản này khác đi.{ $rests ->
    [told] {" "}Phần cuối nêu những giả định ảnh hưởng nhiều nhất đến kết quả.
   *[untold] { "" }
  }
answer-note-why-opening = { $parts ->
    [one] Chênh lệch { $figure } so với “{ $reference }” ({ $unit }) là do:
   *[several] Chênh lệch { $figure } so với “{ $reference }” ({ $unit }) là do các yếu tố sau, lớn nhất xếp trước:
  }
answer-note-reason = { $name }: { $value } ({ $to } thay cho { $from })
answer-note-reason-part = { $name }: { $value }
answer-note-reason-none = Thêm { $count } giả định khác đi mà không làm đổi con số của năm đó
answer-note-reason-rest = Các giả định còn lại cộng chung ({ $count }): { $value }
answer-note-band = Trong { $draws } đường mô phỏng, 80% số đường có { $gdp } năm { $year } từ { $low } đến { $high } nghìn tỷ { $money } (giá so sánh { $base }), và một nửa số đường thấp hơn { $median }.
answer-note-no-bands = Không nêu được khoảng và xác suất: kịch bản này không có gì được mô phỏng ngẫu nhiên.
answer-note-no-probability = Không nêu được khoảng và xác suất. { $reason }
answer-note-chance = { $name }: { $chance } ({ $frequency })
answer-note-table = Các con số chính năm { $year }
answer-note-table-points = Chênh lệch giữa các tỷ lệ phần trăm tính bằng điểm phần trăm.
answer-note-table-signs = ≥ là tối thiểu, ≤ là tối đa, ≈ là xấp xỉ. Dấu gạch là kế hoạch không nêu chỉ tiêu.
answer-note-row = { $variable }, { $line }
answer-note-row-growth = Tăng trưởng { $gdp } { $period }, { $unit }
answer-note-rests-opening = Câu trả lời có điều kiện, không phải là dự báo: chỉ đúng khi những điều sau đúng.
answer-note-assumed = { $others ->
    [0] Toàn bộ { $all } yếu tố đầu vào có thể làm { $figure } thay đổi đều là giả định hoặc do kịch bản đặt ra.
   *[some] Trong { $all } yếu tố đầu vào có thể làm { $figure } thay đổi, { $others } yếu tố lấy từ văn bản hoặc từ hiệu chỉnh; { $assumed } yếu tố còn lại là giả định hoặc do kịch bản đặt ra.
  }
answer-note-support = { $name }, hiện là { $now } ({ $origin }): thay đổi từ { $low } đến { $high } thì { $figure } đi từ { $from } đến { $to } { $unit }.
answer-note-remarks-more = Còn { $count } lưu ý nữa trong báo cáo.

## Scenarios and assumptions

report-scenarios-opening = Mỗi kịch bản trả lời một câu hỏi. Mọi kịch bản xuất phát từ một đường cơ sở và chỉ ghi những gì khác đường đó.
report-scenarios-opening-plain = Mọi kịch bản xuất phát từ một đường cơ sở và chỉ ghi những gì khác đường đó.
report-table-scenarios = Các kịch bản và câu hỏi
report-table-scenarios-plain = Các kịch bản
report-table-assumptions = Giả định khác nhau giữa các kịch bản
report-assumptions-opening = { $count } giữa “{ $reference }” và các kịch bản. Những giả định không nêu trong bảng giống nhau ở mọi cột.
report-assumptions-source = “(không tác dụng)” là giả định không có tác dụng trong cách khép kín mô hình đã chọn.

## Results and targets

report-results-opening = Bảng sau đặt kết quả năm { $year } của các kịch bản cạnh “{ $reference }”; số trong ngoặc đơn là phần cao hơn (+) hoặc thấp hơn (−) “{ $reference }”.
report-table-results = Kết quả năm { $year }, trong ngoặc là chênh lệch
report-table-years = { $gdp } từng năm ({ $unit }), trong ngoặc là tăng trưởng so với năm trước
report-years-mean = Bình quân { $period }
report-table-targets = Chỉ tiêu năm { $year } và kết quả của từng kịch bản
report-table-targets-growth = Chỉ tiêu tốc độ tăng và kết quả của từng kịch bản
report-targets-opening = Các bảng dưới đây đặt từng chỉ tiêu cạnh kết quả của các kịch bản. Số trong ngoặc đơn là kết quả trừ chỉ tiêu; với chỉ tiêu là một khoảng, chênh lệch bằng 0 khi kết quả nằm trong khoảng. Chênh lệch của tỷ trọng và tốc độ tăng tính bằng điểm %.
report-targets-source = Kỳ công bố của chỉ tiêu ghi trong ngoặc vuông. Tỷ trọng không ghi loại giá được đọc theo giá so sánh. Dấu trước chỉ tiêu cho biết đạt từ phía nào: ≥ từ mức này trở lên, ≤ từ mức này trở xuống, ≈ lệch không quá số sau dấu ±, tính theo đơn vị của chỉ tiêu.

## Plan audit and uncertainty

report-section-audit = Kiểm tra kế hoạch
report-section-why = Vì sao khác nhau
report-why-opening = Mỗi hình tách chênh lệch { $gdp } năm cuối giữa một kịch bản và mốc so sánh thành phần của từng nhóm giả định. Cách chia không phụ thuộc thứ tự xét các nhóm, và các phần cộng lại đúng bằng chênh lệch.
report-tornado-opening = { $figure } cho thấy từng giả định của “{ $name }” làm { $gdp } năm cuối thay đổi bao nhiêu khi đi từ đầu này đến đầu kia của khoảng thường gặp.
report-section-chances = Khả năng đạt chỉ tiêu
report-audit-count = { $count } phát hiện không khớp
report-audit-opening = Các con số của kế hoạch được đối chiếu với nhau, với số liệu quá khứ và với nguồn qua { $all } phép so sánh: { $count }.
report-audit-explained = Giải trình: { $note }
report-table-audit = Những chỗ không khớp
report-chances-opening = Mỗi kịch bản được tính { $draws } lần với những biến động ngẫu nhiên của năng suất. Khoảng và xác suất có điều kiện: đúng khi các giả định của kịch bản xảy ra.
report-bands-of-case = { $name }: { $note }
report-table-bands = { $gdp } năm { $year } theo phân vị ({ $unit })
report-bands-source = 50% là trung vị; từ 10% đến 90% là khoảng 80%.
report-table-shifts = Tham số nào của mô phỏng làm đổi xác suất, từng tham số riêng thấp hơn và cao hơn một phần tư: { $goal }, { $name }
report-table-chances = Xác suất đạt từng chỉ tiêu: { $name }

## Sources, origin

report-sources-opening = Các số liệu quan sát, chỉ tiêu và hệ số được lấy từ những nguồn sau. Số nào do suy ra hoặc giả định đều được đánh dấu như vậy trong chương trình và trong bảng tính kèm theo.
report-origin-opening = Mã dự phóng xác định toàn bộ đầu vào của một lần tính: hai lần tính cùng mã thì cùng kết quả. Báo cáo này mang theo toàn bộ nghiên cứu; mở nó bằng Kịch Bản là có lại các kịch bản.
report-table-origin = Mã dự phóng của các kịch bản

## Method

report-method-identity = { $employment ->
    [none] Sản lượng của mỗi khu vực xuất phát từ mức của năm gốc và tăng theo tốc độ của chính khu vực đó. Không có số liệu lao động theo khu vực, nên báo cáo không nói gì về lao động và năng suất.
   *[some] Sản lượng của mỗi khu vực bằng số lao động nhân với sản lượng trên một lao động.{ $capital ->
        [none] { "" }
       *[some] {" "}Sản lượng trên một lao động phụ thuộc năng suất nhân tố tổng hợp (TFP), vốn trên một lao động và kỹ năng.
      }
  } { $taxes ->
    [none] { $gdp } bằng tổng giá trị tăng thêm của các khu vực, vì không có số liệu thuế sản phẩm.
   *[some] { $gdp } bằng tổng giá trị tăng thêm của các khu vực cộng thuế sản phẩm trừ trợ cấp sản phẩm.
  }
report-method-prices = { $capital ->
    [none] Sản lượng tính theo giá so sánh { $base }, nên
   *[some] Sản lượng, vốn và đầu tư tính theo giá so sánh { $base }, nên
  } các khu vực cộng lại đúng bằng { $gdp } và các tỷ trọng cộng lại đúng bằng 100%.{ $prices ->
    [none] {" "}Không có số liệu giá, nên báo cáo không nói gì theo giá hiện hành.
   *[some] {" "}Tỷ trọng theo giá hiện hành được tính từ chỉ số giá của từng khu vực.
  }
report-method-closures = Mô hình có hai cách khép kín. Khi năng suất cho trước, đường năng suất là giả định và TFP là phần còn lại. Khi vốn và TFP cho trước, đường TFP là giả định và năng suất là kết quả. Đường cơ sở giống nhau trong cả hai cách.
report-method-baseline = Đường cơ sở hoặc đi qua đúng các chỉ tiêu của kế hoạch, hoặc kéo dài xu thế từ năm có số thực tế gần nhất. Đường đi qua chỉ tiêu là đường có tốc độ tăng đều nhất trong số các đường đạt đúng chỉ tiêu.
report-method-labour = Cầu lao động tăng theo từng khu vực, dịch chuyển khỏi nông nghiệp và cộng thêm việc làm của dự án một năm sau khi giải ngân. Khi ràng buộc lao động được bật, mọi khu vực thiếu cùng một tỷ lệ.
report-method-shocks = Cú sốc lấy đi một phần sản lượng tiềm năng; một phần mất đi vĩnh viễn, phần còn lại phai dần, cứ hết thời gian phai một nửa lại giảm một nửa. Biến động của khu vực dẫn dắt lan sang các khu vực khác qua đầu vào nội tỉnh.
report-method-land = Khi giới hạn đất được bật, sản lượng trong khu công nghiệp không vượt quá diện tích có thể sử dụng nhân với giá trị tăng thêm trên một héc-ta.
report-method-investment = Đầu tư thông thường là một tỷ lệ của { $gdp }, chia cho các khu vực; vốn dự án được cộng thêm. Đầu tư của một năm có tác dụng từ năm sau.
report-method-limits = { $prices ->
    [none] { "" }
   *[some] Giá cả, tiền lương và tỷ giá là giả định.{" "}
  }Mô hình không có ngân sách, không có quý, không ước lượng tác động lan tỏa về công nghệ. Với chuỗi số liệu ngắn, các hệ số chưa công bố được ghi là giả định.

## The dialog of exports

export-heading = Xuất ra tệp
export-form = Dạng
export-form-workbook = Bảng tính
export-form-note = Bản trả lời
export-form-report = Báo cáo
export-form-charts = Biểu đồ
export-form-tables = Bảng số
export-about-workbook = Mỗi kịch bản một tệp Excel với công thức sống: sửa giả định thì kết quả tính lại.
export-about-note = Câu trả lời của mỗi kịch bản, nhiều nhất hai trang: tệp Word, trang web và PDF.
export-about-report = Một báo cáo về các kịch bản đã chọn: tệp Word, trang web và PDF.
export-about-charts = Mọi biểu đồ của cửa sổ, dạng SVG, PDF và PNG 300 dpi.
export-about-tables = Mọi số liệu dạng CSV (quốc tế và theo Excel tiếng Việt), JSON và Markdown.
export-cases = Kịch bản
export-sections = Các phần
export-language = Ngôn ngữ của bản xuất
export-folder = Thư mục
export-browse = Chọn…
export-start = Xuất
export-no-case = Chọn ít nhất một kịch bản.
export-no-section = Chọn ít nhất một phần.
export-no-folder = Chọn thư mục.
export-files = { $count } tệp
export-show-folder = Mở thư mục
notice-exported = Đã xuất { $files } vào { $path }.
notice-not-shown = Không mở được thư mục { $path }. Mở thư mục bằng trình quản lý tệp.
status-exporting = Đang xuất { $done } / { $total }
