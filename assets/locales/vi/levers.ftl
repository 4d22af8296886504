### Assumptions: names, and definitions of one sentence with the symbol and the equation.

## Names and definitions

lever-productivity_growth_added = Tăng năng suất thêm
lever-productivity_growth_added-definition = Phần cộng thêm mỗi năm vào tốc độ tăng năng suất (chế độ năng suất) hoặc TFP (chế độ vốn): q trong E6, E7.
lever-output-growth-added = Tăng sản lượng thêm
lever-output-growth-added-definition = Phần cộng thêm mỗi năm vào tốc độ tăng sản lượng, vì nghiên cứu không có số liệu lao động: q trong E6.
lever-green_investment_share = Đầu tư cho chuyển đổi xanh
lever-green_investment_share-definition = Phần đầu tư của ngành dành cho chuyển đổi xanh, không tạo thêm năng lực: γ trong E15.
lever-green_gain = Lợi ích chuyển đổi xanh
lever-green_gain-definition = Phần cộng vào q mỗi năm sau độ trễ khi đang chuyển đổi: E6, E7.
lever-green_lag = Độ trễ chuyển đổi xanh
lever-green_lag-definition = Số năm từ khi chuyển đổi đến khi có lợi ích: E6, E7.
lever-green_exposure_cut = Giảm phơi nhiễm nhờ chuyển đổi xanh
lever-green_exposure_cut-definition = Phần giảm của mức phơi nhiễm ε của ngành với mọi cú sốc: E9.
lever-labour_growth_added = Tăng cầu lao động thêm
lever-labour_growth_added-definition = Phần cộng thêm mỗi năm vào tốc độ tăng cầu lao động lõi: gl_add trong E3.
lever-labour_constrained = Ràng buộc lao động
lever-labour_constrained-definition = Khi bật, sản xuất bị chặn theo cung lao động: φ = min(1; LS/ΣD) trong E4.
lever-trained_share_added = Đào tạo thêm
lever-trained_share_added-definition = Phần tăng của tỷ lệ lao động qua đào tạo so với đường cơ sở: tr trong E5.
lever-reallocation_rate = Dịch chuyển khỏi nông nghiệp
lever-reallocation_rate-definition = Phần lao động lõi của khu vực nguồn chuyển đi mỗi năm: x trong E3.
lever-reallocation_split = Nơi nhận lao động dịch chuyển
lever-reallocation_split-definition = Cách chia lao động dịch chuyển cho các khu vực nhận: r trong E3.
lever-natural_growth = Tăng dân số tự nhiên
lever-natural_growth-definition = Tốc độ tăng dân số không kể di cư: n trong E1.
lever-net_migration = Di cư thuần
lever-net_migration-definition = Số người đến trừ số người đi mỗi năm: M trong E1.
lever-working_age_share = Dân số trong tuổi lao động
lever-working_age_share-definition = Tỷ lệ dân số trong tuổi lao động: ω trong E2.
lever-participation = Tỷ lệ tham gia lao động
lever-participation-definition = Phần dân số trong tuổi tham gia lực lượng lao động: π trong E2.
lever-unemployment = Tỷ lệ thất nghiệp
lever-unemployment-definition = Phần lực lượng lao động không có việc làm: u trong E2.
lever-investment_rate = Tỷ lệ đầu tư/{ $gdp }
lever-investment_rate-definition = Đầu tư thông thường trên { $gdp }, giá so sánh: i trong E15.
lever-investment_split = Cơ cấu đầu tư
lever-investment_split-definition = Cách chia đầu tư thông thường cho các khu vực: κ trong E15.
lever-fdi_registered = FDI đăng ký thêm
lever-fdi_registered-definition = Vốn FDI đăng ký mỗi năm ngoài đường cơ sở, vào E3 và E15 theo tiến độ giải ngân.
lever-realised_ratio = Tỷ lệ giải ngân
lever-realised_ratio-definition = Vốn giải ngân trên vốn đăng ký của các dự án và FDI: realised trong E15.
lever-project_amount = Vốn đăng ký
lever-project_amount-definition = Vốn đăng ký của dự án: USD trong E15; việc làm trong E3 theo cùng tỷ lệ.
lever-project_delay = Lùi năm bắt đầu
lever-project_delay-definition = Số năm dự án bắt đầu muộn hơn, số âm là sớm hơn: E3, E15.
lever-project_realised = Tỷ lệ giải ngân của dự án
lever-project_realised-definition = Vốn giải ngân trên vốn đăng ký của riêng dự án: realised trong E15.
lever-land_limit = Giới hạn đất công nghiệp
lever-land_limit-definition = Khi bật, sản lượng không vượt mức mà đất cho phép: cap trong E10.
lever-land_productivity_growth = Tăng giá trị trên một héc-ta
lever-land_productivity_growth-definition = Tốc độ tăng giá trị tăng thêm trên một héc-ta đã sử dụng: ν trong E10.
lever-park_area = Diện tích cho thuê
lever-park_area-definition = Diện tích có thể cho thuê của khu công nghiệp: ha trong E10.
lever-park_opening = Năm mở cửa
lever-park_opening-definition = Năm khu công nghiệp bắt đầu nhận doanh nghiệp: open trong E10.
lever-park_occupancy = Tỷ lệ lấp đầy
lever-park_occupancy-definition = Tỷ lệ lấp đầy cao nhất của khu công nghiệp: occ_max trong E10.
lever-zone_split = Sức hấp dẫn của các vùng
lever-zone_split-definition = Cách chia đất mới theo vùng; chỉ dùng để trình bày, không vào phương trình nào.
lever-shock_depth = Độ sâu
lever-shock_depth-definition = Phần sản lượng tiềm năng mất đi trong năm đầu: depth trong E9.
lever-shock_start = Năm bắt đầu
lever-shock_start-definition = Năm đầu của cú sốc: start trong E9.
lever-shock_half_life = Thời gian phai một nửa
lever-shock_half_life-definition = Số năm để phần tạm thời giảm một nửa: half-life trong E9.
lever-shock_scar = Phần mất vĩnh viễn
lever-shock_scar-definition = Phần tổn thất không hồi phục: scar trong E9.
lever-shock_exposure = Mức phơi nhiễm
lever-shock_exposure-definition = Mức mà khu vực chịu cú sốc: ε trong E9.
lever-spillover = Lan tỏa giữa các khu vực
lever-spillover-definition = Khi bật, thay đổi của khu vực dẫn dắt kéo theo các khu vực khác: E11.
lever-spillover_multiplier = Hệ số lan tỏa
lever-spillover_multiplier-definition = Sản lượng thêm của khu vực nhận trên một đơn vị sản lượng thêm của khu vực dẫn dắt: M trong E11.
lever-product_tax_share = Thuế sản phẩm/{ $gdp }
lever-product_tax_share-definition = Thuế sản phẩm trừ trợ cấp trên { $gdp }, từ đó có τ trong E13.
lever-inflation = Lạm phát
lever-inflation-definition = Tốc độ tăng chỉ số giá của khu vực: π của giá, sau E16.
lever-exchange_rate = Tỷ giá
lever-exchange_rate-definition = Số { $money } đổi một USD: fx, cho số liệu bằng USD và vốn dự án trong E15.

## Names of pieces

lever-of = { $lever }: { $subject }
lever-set-for = { $lever } (đặt cho { $years })
lever-of-pair = { $lever }: { $from } đến { $to }

## Why an assumption does nothing

lever-inert-capital-only = Không tác động ở chế độ năng suất; chuyển sang chế độ vốn.
lever-inert-labour = Chỉ tác động khi bật ràng buộc lao động.
lever-inert-land = Chỉ tác động khi bật giới hạn đất công nghiệp.
lever-inert-prices = Ở chế độ năng suất chỉ đổi số liệu giá hiện hành và USD, không đổi sản lượng.
lever-inert-shock = Chỉ tác động khi cú sốc có độ sâu khác 0.
lever-inert-spillover = Chỉ tác động khi bật lan tỏa.
lever-inert-reallocation = Chỉ tác động khi có lao động dịch chuyển khỏi nông nghiệp.
lever-inert-projects = Chỉ tác động khi có dự án hoặc FDI với vốn khác 0.
lever-inert-green = Chỉ tác động khi đang chuyển đổi xanh.
lever-inert-reporting = Chỉ đổi cách chia theo vùng, không đổi sản lượng.
lever-inert-disbursed = Ở chế độ năng suất, dự án có tên tác động qua việc làm tính theo vốn đăng ký.
lever-inert-gap = { $reason } Giả định tác động qua số liệu đó.

## Những gì không có số liệu

gap-reason = Nghiên cứu không có số liệu { $name }.
gap-employment = lao động theo ngành và tốc độ tăng lao động
gap-skills = lợi ích sản lượng của đào tạo
gap-reallocation = ngành mà lao động rời đi
gap-population = dân số và tốc độ tăng dân số
gap-labour-supply = tỷ lệ trong độ tuổi lao động, tỷ lệ tham gia và thất nghiệp
gap-capital = vốn theo ngành
gap-investment = vốn đầu tư
gap-prices = mức giá và lạm phát
gap-exchange-rate = tỷ giá
gap-product-taxes = thuế sản phẩm trừ trợ cấp (khi đó { $gdp } là tổng các ngành)
gap-land = sản lượng trên mỗi héc-ta đất công nghiệp
