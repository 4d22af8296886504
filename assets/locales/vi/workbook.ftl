### Tệp bảng tính: tên trang, tiêu đề, chú thích.

export-date = { $day ->
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $day }
}/{ $month ->
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $month }
}/{ $year }

## Sheets

workbook-sheet-about = Giới thiệu
workbook-sheet-assumptions = Giả định
workbook-sheet-model = Mô hình
workbook-sheet-results = Kết quả
workbook-sheet-charts = Biểu đồ
workbook-sheet-targets = Chỉ tiêu
workbook-sheet-comparison = So sánh
workbook-sheet-check = Kiểm tra
workbook-sheet-sources = Nguồn
workbook-sheet-exported = Bản gốc

workbook-about-assumptions = Mọi đầu vào của mô hình. Sửa ô nền vàng thì sản lượng, lao động và cơ cấu tính lại ngay. Ô nền xám không sửa được ở đây và cho biết vì sao.
workbook-about-model = Các phương trình E1–E16 theo từng năm, viết bằng công thức sống.
workbook-about-results = Kết quả tính lại theo ngành, theo đơn vị thường đọc.
workbook-about-charts = Biểu đồ của các kết quả tính lại.
workbook-about-targets = Các chỉ tiêu của kế hoạch và khoảng cách của kết quả so với từng chỉ tiêu. Dấu trước chỉ tiêu cho biết đạt từ phía nào: ≥ từ mức này trở lên, ≤ từ mức này trở xuống, ≈ lệch không quá số sau dấu ±, tính theo đơn vị của chỉ tiêu.
workbook-about-comparison = Kịch bản đặt cạnh đường cơ sở “{ $name }”.
workbook-about-comparison-short = Kịch bản đặt cạnh đường cơ sở.
workbook-about-check = Số liệu của chương trình đặt cạnh số tính lại. Ô kết luận là TRUE khi tệp còn nguyên như lúc xuất.
workbook-about-sources = Nguồn của các số liệu và những điều cần biết khi đọc.

workbook-about-question = Câu hỏi
workbook-about-baseline = Đường cơ sở
workbook-about-closure = Cách khép kín mô hình
workbook-about-date = Ngày xuất
workbook-about-origin = Xuất xứ
workbook-about-sheets = Các trang
workbook-about-colours = Màu ô

workbook-legend-input = Giả định, có thể sửa. Ô đã sửa đổi sang nền cam.
edited-cells = Có { $count } giả định đã bị sửa trong bảng tính này từ khi xuất. Nghiên cứu vừa mở không có các sửa đổi đó; hãy nhập lại ở đây:
edited-cell = { $label } ({ $place }): { $exported } → { $found }, { $unit }
edited-cell-nothing = trống
edited-cells-more = và { $count } ô nữa
workbook-legend-fixed = Số không sửa được ở đây. Chọn ô thì ô cho biết vì sao.
workbook-fixed-title = Không sửa được ở đây
workbook-fixed-calibration = Đường tăng trưởng của đường cơ sở được hiệu chỉnh theo số này, mà bảng tính không hiệu chỉnh lại. Hãy sửa trong Kịch Bản rồi xuất lại.
workbook-fixed-contained = Đường cơ sở đã gồm dự án này, và đây là phần đã gồm. Hãy sửa dự án trong Kịch Bản rồi xuất lại.
workbook-fixed-source = Lao động chuyển sang ngành khác đều rời ngành này: luôn là toàn bộ.
workbook-legend-calibrated = Đầu vào do hiệu chỉnh tìm ra: sửa được, nhưng tệp không hiệu chỉnh lại.
workbook-legend-given = Số của chương trình hoặc của kế hoạch, để so sánh.
workbook-legend-result = Kết quả của công thức.

## Heads of columns

workbook-target = Chỉ tiêu về

## Blocks of assumptions

workbook-block-switches = Cách khép kín mô hình và các công tắc
workbook-block-base-year = Năm gốc { $year }
workbook-block-parameters = Hệ số
workbook-block-growth = Tăng trưởng và kỹ năng
workbook-block-money = Đầu tư, thuế, giá và tỷ giá
workbook-block-projects = Dự án
workbook-block-fdi = FDI không nêu tên
workbook-block-employment = Lao động thực tế

workbook-status-calibrated = hiệu chỉnh
workbook-status-scenario = kịch bản

## Rows

workbook-row-year = Năm
workbook-closure-switch = Cách khép kín: 0 = năng suất cho trước, 1 = vốn và TFP cho trước
workbook-productivity-growth = Tăng năng suất của đường cơ sở: { $name }
workbook-output-growth = Tăng sản lượng của đường cơ sở: { $name }
workbook-tfp-growth = Tăng TFP của đường cơ sở: { $name }
workbook-labour-growth = Tăng cầu lao động của đường cơ sở: { $name }
workbook-reference-output = Sản lượng của đường cơ sở: { $name }
workbook-project-start = Năm bắt đầu giải ngân: { $name }
workbook-project-jobs = Việc làm trên một triệu USD đăng ký: { $name }
workbook-project-premium = Năng suất so với việc làm thường: { $name }
workbook-project-profile = Phần giải ngân năm thứ { $year }: { $name }
workbook-project-contained = Vốn đã nằm trong đường cơ sở: { $name }
workbook-project-contained-start = Năm bắt đầu trong đường cơ sở: { $name }
workbook-project-contained-realised = Tỷ lệ giải ngân trong đường cơ sở: { $name }
workbook-fdi = FDI không nêu tên
workbook-park-ramp = Số năm lấp đầy: { $name }
workbook-core-demand = Cầu lao động ngoài dự án: { $name }
workbook-part-of-sum = { $name }, phần { $number } của tổng
workbook-jobs-of = Việc làm: { $name }
workbook-disbursed-of = Giải ngân: { $name }
workbook-fdi-disbursed = Giải ngân FDI không nêu tên: { $name }
workbook-fdi-jobs = Việc làm từ FDI không nêu tên: { $name }
workbook-effective-jobs = Việc làm dự án quy theo năng suất: { $name }
workbook-growth-added = Tăng trưởng cộng thêm, gồm lợi ích chuyển đổi xanh: { $name }
workbook-given-productivity = Năng suất cho trước: { $name }
workbook-given-output = Sản lượng cho trước: { $name }
workbook-given-tfp = TFP cho trước: { $name }
workbook-demanded = Sản lượng sau cú sốc: { $name }
workbook-land-productivity = Giá trị tăng thêm trên một ha đất đã dùng
workbook-park-area = Đất có thể sử dụng: { $name }
workbook-demanded-on-land = Sản lượng cần đất khu công nghiệp
workbook-within-land = Sản lượng trong giới hạn đất: { $name }
workbook-ordinary-investment = Đầu tư thông thường
workbook-difference = { $name }: chênh lệch

## Check

workbook-check-changed = Số ô giả định đã sửa
workbook-check-gap = Chênh lệch tương đối lớn nhất
workbook-check-tolerance = Mức cho phép
workbook-check-verdict = Còn nguyên như lúc xuất
workbook-check-program = { $name }: chương trình
workbook-check-recalculated = { $name }: tính lại
workbook-check-difference = { $name }: chênh lệch tương đối

## Notes

workbook-notes = Ghi chú
workbook-note-prices = Sản lượng, vốn và đầu tư tính theo giá so sánh { $year }; tỷ trọng được nêu theo cả giá so sánh và giá hiện hành.
workbook-note-calibrated = Đường tăng trưởng của đường cơ sở do chương trình hiệu chỉnh và là đầu vào ở đây; tệp này không hiệu chỉnh lại.
workbook-note-closures = Khi năng suất cho trước, đầu tư không làm đổi sản lượng; khi vốn và TFP cho trước, đầu tư làm đổi vốn từ năm sau.
workbook-note-land = Giới hạn đất và giới hạn lao động chỉ có tác dụng khi công tắc của chúng bằng 1.
