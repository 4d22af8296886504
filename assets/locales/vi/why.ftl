### Các câu hỏi: điều gì phải đúng, giả định nào tạo ra chênh lệch, giả định nào quan trọng nhất.

## Nhóm giả định

cause-baseline = Đường cơ sở
cause-projects = Dự án đầu tư
cause-shocks = Cú sốc
cause-skills = Kỹ năng
cause-productivity = Năng suất
cause-labour-supply = Nguồn lao động
cause-land = Đất công nghiệp
cause-investment = Mức đầu tư
cause-labour-demand = Cầu lao động
cause-spillover = Lan tỏa
cause-prices = Giá cả

## Nhân tố và cách phân tích

factor-tfp = TFP
factor-capital = Vốn
factor-labour = Lao động
factor-skills = Kỹ năng
factor-utilisation = Mức huy động
factor-taxes = Thuế sản phẩm
shift-bennet-centred = Bennet, so với bình quân
shift-bennet = Bennet
shift-fabricant = Fabricant
shift-mcmillan-rodrik = McMillan – Rodrik
shift-gead = GEAD, có giá tương đối
shift-within = Trong nội bộ
shift-between = Giữa các khu vực
shift-dynamic = Cả hai cùng lúc

## Đại lượng trong câu

why-figure = { $variable } { $line } { $year }
why-figure-total = { $variable } { $year }
why-average = { $figure }, bình quân năm
why-and = { $list } và { $last }

## Vì sao khác nhau

why-on-release = Có khi thả tay: nghiên cứu nhiều khu vực như vậy cần một lát để tính.
why-no-result = Kịch bản này chưa chạy được, nên chưa có câu trả lời.
why-title = Vì sao khác nhau: mỗi nhóm giả định góp bao nhiêu
why-title-levers = Vì sao khác nhau: mỗi giả định góp bao nhiêu
why-unit = { $figure }, { $unit }; { $from } → { $to }
why-cut = { $unit }; trục từ { $start }
why-gains-and-losses = { $gains } cộng thêm { $gain }; { $losses } lấy đi { $loss }. Tất cả cộng lại là { $difference } { $unit }.
why-gains = { $gains } cộng thêm { $gain } { $unit }.
why-losses = { $losses } lấy đi { $loss } { $unit }.
why-no-difference = Hai kịch bản không khác nhau về { $figure }.
why-no-assumption = Hai kịch bản có giả định như nhau.
why-order = Phần của mỗi { $by ->
    [levers] giả định
   *[groups] nhóm
  } là trung bình trên mọi thứ tự tính. Nếu tính lần lượt thì kết quả tùy thứ tự: { $name } là { $first } khi tính đầu tiên, { $last } khi tính sau cùng.
why-order-free = Phần của mỗi { $by ->
    [levers] giả định
   *[groups] nhóm
  } là trung bình trên mọi thứ tự tính; ở đây thứ tự hầu như không đổi kết quả.
why-sampled = Có hơn tám { $by ->
    [levers] giả định
   *[groups] nhóm
  }, nên phần của mỗi { $by ->
    [levers] giả định
   *[groups] nhóm
  } được ước lượng từ { $permutations } thứ tự ngẫu nhiên, sai số chuẩn lớn nhất { $error }.
why-term-hint = { $name }: trung bình { $value }; { $first } nếu tính đầu tiên, { $last } nếu tính sau cùng. Gồm: { $levers }.

## Tăng trưởng đến từ đâu

why-growth-title = Tăng trưởng đến từ đâu
why-growth-unit = điểm %, { $gdp } { $from }–{ $to }, giá so sánh { $base }; cộng lại bằng { $growth }
why-growth-total = Cộng
why-growth-tfp-share = TFP góp { $share } tăng trưởng { $from }–{ $to }.
why-shift-title = Năng suất tăng do đâu
why-shift-unit = % của năng suất { $from } (giá trị tăng thêm trên lao động), { $from }–{ $to }
why-shift-sentence = Năng suất tăng { $growth }: { $within } trong nội bộ các khu vực, { $between } nhờ lao động chuyển sang khu vực khác.

## Giả định nào quan trọng nhất

why-levers-title = Giả định nào quan trọng nhất
why-levers-unit = { $figure }, { $unit }; mỗi lần đổi một giả định
why-levers-none = Không giả định nào làm { $figure } thay đổi.
why-levers-sentence = { $name } quan trọng nhất: đổi từ { $low } đến { $high } thì { $figure } đi từ { $at_low } đến { $at_high }.
why-levers-inert = { $count } giả định khác không làm { $figure } thay đổi trong chế độ này.
why-levers-stopped = Không đổi được { $name }: { $reason }
why-levers-ends = { $name } dừng ở { $value }; quá mức đó không có kết quả: { $reason }
why-levers-ends-mark = dừng ở mức cuối có kết quả
why-levers-own = khoảng riêng
why-levers-switching = đạt chỉ tiêu khi { $value }
why-levers-switch-off = tắt
why-levers-switch-on = bật
why-switching = Riêng { $lever } đạt { $goal } khi bằng { $value }.
why-switching-stopped = Riêng { $lever } không đạt { $goal } cho đến { $end }, mức cuối còn có kết quả; gần nhất là { $nearest }.
why-switching-unanswered = Không tìm được mức mà riêng { $lever } đạt { $goal }: giữa hai giới hạn có những mức không cho kết quả.
why-switching-nowhere = Riêng { $lever } không đạt { $goal } trong giới hạn cho phép; gần nhất là { $nearest }.
why-more = Còn { $count } giả định có ảnh hưởng nhỏ hơn.

## Điều gì phải đúng

solve-title = Điều gì phải đúng?
solve-about = từ { $scenario }, { $closure }; các giả định khác giữ nguyên
solve-low = Giới hạn dưới của { $lever }
solve-high = Giới hạn trên của { $lever }
solve-goal-value = Mức phải đạt
solve-figure = Đại lượng
solve-line = Khu vực
solve-year = Năm
solve-changes = Cần có: { $changes }.
solve-change = { $lever } { $value } (hiện { $start })
solve-change-path = { $lever } { $by } ở mọi năm mà lộ trình nêu ({ $value } năm { $year }, hiện { $start })
solve-change-span = { $lever } { $value } trong { $from }–{ $to } (hiện { $start })
solve-path-note = lộ trình { $by }
solve-unchanged = Đã đạt: không cần đổi gì.
solve-no-bound = Không giả định nào chạm giới hạn.
solve-bounds-bind = Chạm giới hạn: { $levers }.
solve-not-smallest = Có thể có thay đổi nhỏ hơn: sản lượng có đoạn phẳng nên chưa chứng minh được đây là thay đổi nhỏ nhất.
solve-short = tốt nhất { $best }, thiếu { $gap }
solve-over = tốt nhất { $best }, vượt { $gap }
solve-widen-high = Nới giới hạn trên của { $first } trước.
solve-widen-low = Nới giới hạn dưới của { $first } trước.
solve-no-widening = Nới riêng giới hạn nào cũng không gần hơn: chọn giả định khác, hoặc bỏ bớt một đích.
solve-nearer-high = Nới giới hạn trên của { $first } thì gần hơn, nhưng không giới hạn nào nới riêng mà đạt được trong phạm vi cho phép: hãy cho thêm giả định thay đổi, hoặc đổi mục tiêu.
solve-nearer-low = Nới giới hạn dưới của { $first } thì gần hơn, nhưng không giới hạn nào nới riêng mà đạt được trong phạm vi cho phép: hãy cho thêm giả định thay đổi, hoặc đổi mục tiêu.
solve-needed = Nới riêng { $lever } đến { $value } thì đạt.
solve-needed-refused = Nới riêng { $lever } thì cần { $value }, ngoài giới hạn cho phép.
solve-needed-nowhere = Nới riêng { $lever } đến đâu cũng không đạt.
solve-inert = { $reason }
solve-no-effect = Các giả định này không làm { $figure } thay đổi.
solve-dependent = Chỉ { $rank } trong { $count } mức phải đạt là độc lập: các mức còn lại suy ra từ chúng.
solve-at-floor = chạm sàn
solve-lever-inert = không tác dụng
solve-pick = Chọn ít nhất một giả định để đổi.
solve-add-lever = Thêm giả định…
solve-remove = Bỏ { $lever }
solve-scenario-name = { $figure } = { $value }
solve-also = đồng thời { $goal }
solve-hold = Giữ đích này, đặt thêm đích khác
solve-hold-about = Đích hiện tại được giữ; chọn đại lượng khác ở trên để đạt cùng lúc.
solve-start = hiện { $value }
solve-goal-mark = đặt { $value }
solve-implied-mark = suy ra { $value }
solve-target-mark = chỉ tiêu { $value }
solve-interval = Khoảng đạt được { $range }
solve-interval-searched = Khoảng đạt được ít nhất { $range }
solve-follow = Đầu tư cần có để { $scenario } đi theo { $wanted }

## Lỗi của câu hỏi

error-figure-unreadable = “{ $value }” không phải là một đại lượng. Viết như output/industry@2030.
error-figure-unreadable-hint = Xem mã biến bằng kichban list variables.
error-goal-unreadable = “{ $value }” không phải là một mức phải đạt. Viết như output/industry@2030=165.
error-goal-unreadable-hint = Bỏ phần sau dấu = để lấy chỉ tiêu của kế hoạch, nếu có.
error-goal-without-target = Kế hoạch không nêu chỉ tiêu cho { $figure }.
error-goal-without-target-hint = Viết mức phải đạt sau dấu =.
error-lever-unreadable = “{ $value }” không phải là một giả định với giới hạn. Viết như investment_rate=30..45 hoặc fdi_registered/industry=0..6000@2024-2028.
error-lever-unreadable-hint = Xem mã giả định bằng kichban list levers.
error-lever-not-movable = Không thể đổi dần { $lever }: đó là công tắc, tỷ trọng hoặc số năm.
error-lever-not-movable-hint = Chọn một giả định có giá trị liên tục.
error-lever-of-gap = Đổi { $lever } không thay đổi kết quả nào. { $reason }
error-lever-of-gap-hint = Nhập số liệu, hoặc chọn giả định khác.
error-no-lever = Chưa chọn giả định nào để đổi.
error-no-lever-hint = Thêm ít nhất một giả định.
error-no-figure = Không có số liệu { $figure }.
error-no-figure-hint = Chọn năm nằm trong thời kỳ dự phóng của cả hai kịch bản.
error-figure-not-known = Không biết { $figure }. { $reason }
error-figure-not-known-hint = Hỏi về sản lượng, hoặc thêm số liệu.
error-beyond-hard-range = Giới hạn của { $lever } phải nằm trong { $low } … { $high }.
error-beyond-hard-range-hint = Thu hẹp giới hạn.
error-bounds-reversed = Giới hạn của { $lever } viết ngược: { $low } lớn hơn { $high }.
error-bounds-reversed-hint = Viết giới hạn dưới trước: { $id }={ $typed_high }..{ $typed_low }.
error-lever-years-reversed = Các năm của { $lever } viết ngược: { $from } sau { $to }.
error-lever-years-reversed-hint = Viết năm trước trước: @{ $to }-{ $from }.
error-lever-years-outside = Các năm { $from }–{ $to } của { $lever } không nằm trọn trong kỳ dự phóng.
error-lever-years-outside-hint = Hãy ghi các năm từ { $first } đến { $last }.
error-goal-twice = { $figure } có hai lần trong các mức phải đạt.
error-goal-twice-hint = Nêu mỗi số liệu một lần với --goal.
error-lever-twice = { $lever } có hai lần trong các giả định được đổi.
error-lever-twice-hint = Nêu mỗi giả định một lần với --lever.
error-no-path = Không tính được đầu tư để { $scenario } đi theo { $wanted }.
error-no-path-hint = Chọn hai kịch bản cùng có các năm dự phóng.

needed-title = Tăng trưởng còn phải đạt từ số thực tế mới nhất
moved-title-same-base = Điều gì đã thay đổi trong { $name }
moved-title = Điều gì đã thay đổi trong { $name }: năm thực tế cuối { $from } → { $to }
moved-nothing = Không có gì làm đổi kết quả.
moved-revised = hiệu chỉnh: { $line }
moved-revised-all = các số hiệu chỉnh
moved-new-years = năm mới
moved-vintage = kỳ công bố khác của chuỗi số liệu
moved-assumed = giả định: { $quantity }
moved-assumed-all = giả định của các đường cơ sở
moved-targets = chỉ tiêu
moved-settings = kịch bản và dự án
moved-headline = { $figure }: { $from } → { $to } ({ $difference }): { $parts }.
moved-figure-new = Mới: { $name }, { $year }: { $to }.
moved-figure-revised = Hiệu chỉnh: { $name }, { $year }: { $from } → { $to }.
moved-figure-gone = Bỏ: { $name }, { $year }: { $from }.
moved-more-figures = Và { $count } số liệu khác.
edit-rebase = Năm gốc mới
edit-choose-vintage = Kỳ công bố của chuỗi số liệu: { $name }
