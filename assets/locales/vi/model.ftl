### Các màn hình Mô hình và Bảng.

## Bảng

table-variables = Chọn biến
table-variables-chosen = Biến ({ $count })
table-line = Khu vực
table-form = Dạng số
table-decimals = Số lẻ
table-decimals-usual = Thường dùng
table-unit-growth = % so với năm trước
table-unit-change = { $unit } so với năm trước
table-no-line = { $line } không có số liệu này.
table-case = Kịch bản

## Mô hình: điều khiển

model-sector = Khu vực
model-year = Năm
model-of-case = giá trị của { $name }, { $year }
model-known = Nguồn gốc
model-other-closure = thuộc cách khép kín kia
model-baseline-value = đường cơ sở { $value }
model-calibration = Chỉ tiêu đòi hỏi gì ở đường cơ sở
model-calibration-unit = { $unit }; đường cơ sở { $baseline } đạt đúng mọi chỉ tiêu, phần chênh dồn vào từng dòng
model-calibration-implied = Chỉ tiêu để lại
model-calibration-prior = Giả định ban đầu
model-calibration-gap = Chênh, điểm %
model-calibration-deviations = Số độ lệch chuẩn
model-calibration-agrees = Không dòng nào bị chỉ tiêu kéo lệch quá hai độ lệch chuẩn so với giả định ban đầu.
model-calibration-contradicts = Các chỉ tiêu mâu thuẫn với giả định ban đầu, lệch quá hai độ lệch chuẩn: { $lines }.
model-closure-p = Chỉ cần sản lượng và lao động là những số mà quy hoạch có nêu. Vốn, hệ số co giãn và đầu tư chỉ làm thay đổi TFP ngầm định.

## Mô hình: các phần

model-block-population = Dân số và cung lao động
model-about-population = Dân số thay đổi theo tăng tự nhiên và di cư thuần; phần trong tuổi lao động, có tham gia và không thất nghiệp là cung lao động.
model-block-labour = Lao động
model-about-labour = Cầu lao động tăng, dịch chuyển khỏi nông nghiệp và có thêm việc làm của dự án một năm sau khi giải ngân. Dc* là cầu của nông nghiệp, J* là việc làm tính theo năng suất của dự án. Khi lao động bị giới hạn, mọi khu vực thiếu cùng một tỷ lệ. Việc làm theo mức huy động sản lượng tiềm năng.
model-block-skills = Kỹ năng
model-about-skills = Chỉ phần đào tạo thêm so với đường cơ sở có tác động; chỉ số bằng 1 ở mọi đường cơ sở.
model-block-potential = Sản lượng tiềm năng
model-about-potential = Sản lượng là số người nhân với sản lượng mỗi người. Năng suất hoặc TFP được cho trước; đại lượng kia là phần còn lại.
model-block-shock = Cú sốc cầu
model-about-shock = Cú sốc lấy đi phần d của sản lượng tiềm năng từ năm b: phần s của thiệt hại còn lại mãi, phần kia giảm một nửa sau mỗi H năm.
model-block-land = Đất công nghiệp
model-about-land = Khi bật giới hạn, sản lượng của khu vực trong khu công nghiệp không vượt quá sức chứa của đất; đất cần có luôn được báo cáo.
model-block-spillover = Lan tỏa
model-about-spillover = Khi khu vực dẫn dắt lệch khỏi đường cơ sở, các khu vực cung ứng cho nó thay đổi theo.
model-block-accounts = Thuế sản phẩm, { $gdp }, tỷ trọng
model-about-accounts = Thuế sản phẩm là một dòng riêng, nhờ đó các dòng cộng lại bằng { $gdp } và các tỷ trọng bằng 100%.
model-block-investment = Đầu tư và vốn
model-about-investment = Đầu tư thông thường là một phần của { $gdp }, chia cho các khu vực; dự án được cộng thêm. Đầu tư của một năm có tác dụng từ năm sau.
model-block-prices = Giá và đô la
model-about-prices = Mức giá và tỷ giá được cho trước. Khi cho trước năng suất, chúng chỉ tác động đến giá hiện hành và số tính bằng USD; khi cho trước TFP, chúng còn quyết định một USD mua được bao nhiêu vốn.

## Mô hình: ký hiệu

model-n = dân số
model-natural = tăng tự nhiên
model-migration = di cư thuần trong năm
model-working-age = tỷ lệ trong tuổi lao động
model-participation = tỷ lệ tham gia lao động
model-unemployment = tỷ lệ thất nghiệp
model-supply = cung lao động
model-demand = cầu lao động của mọi khu vực
model-labour-growth = tăng cầu lao động ở đường cơ sở
model-labour-added = tăng thêm của kịch bản
model-reallocation = lao động rời nông nghiệp mỗi năm
model-reallocation-share = phần đến khu vực này (−1 là rời đi)
model-jobs = việc làm của dự án
model-rationing = phần cầu được đáp ứng
model-structural = lao động cơ cấu
model-utilisation = co giãn lao động theo mức huy động
model-employment = lao động
model-premium = sản lượng thêm theo tỷ lệ đào tạo
model-trained = lao động qua đào tạo tăng thêm
model-skills = chỉ số kỹ năng
model-productivity = năng suất tiềm năng
model-productivity-growth = mức tăng ở đường cơ sở
model-growth-added = tăng thêm của kịch bản
model-tfp = năng suất nhân tố tổng hợp
model-tfp-growth = mức tăng ở đường cơ sở
model-elasticity = co giãn của sản lượng theo vốn
model-potential = sản lượng tiềm năng
model-shock = tác động của cú sốc lên sản lượng
model-land = đất có thể sử dụng
model-land-required = đất cần có
model-land-productivity = giá trị tăng thêm mỗi ha, năm gốc
model-land-growth = mức tăng giá trị tăng thêm mỗi ha
model-park-share = phần sản lượng trong khu công nghiệp
model-land-capacity = sản lượng mà đất cho phép
model-multiplier = phần kéo theo của khu vực dẫn dắt
model-output = giá trị tăng thêm
model-tax-ratio = thuế sản phẩm trên tổng giá trị tăng thêm
model-gva = tổng giá trị tăng thêm
model-grdp = { $gdp }
model-share = tỷ trọng của khu vực
model-investment-rate = đầu tư trên { $gdp }
model-investment-share = phần của khu vực trong đầu tư thông thường
model-green = phần chi cho chuyển đổi xanh
model-disbursement = giải ngân dự án
model-investment = đầu tư sản xuất của khu vực
model-depreciation = khấu hao
model-capital = vốn đầu năm
model-inflation = mức tăng giá
model-price = mức giá, năm gốc giá = 1
model-current = giá trị tăng thêm giá hiện hành
model-fx = tỷ giá
