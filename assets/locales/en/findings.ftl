### Findings of the plan audit: what each says, and after -hint what to look at.

## The plan against itself

finding-shares-sum = Shares of { $year } sum to 100%
finding-shares-sum-says = The shares that the plan states for { $year } sum to { $value }.
finding-shares-sum-hint = Compare the shares with the printed table, and see how product taxes are counted.
finding-implied-total = { $gdp } { $year } implied by a level and its share
finding-implied-total-says = The output of one line and its share imply a { $gdp } of { $value } in { $year }.
finding-implied-total-hint = Use this total wherever another figure of the plan is set against { $gdp }.
finding-total-growth = { $gdp } growth { $period }
finding-total-growth-says = The plan’s own figures imply { $gdp } growth of { $value } a year in { $period }.
finding-total-growth-hint = Either the level, its share or the growth target must give, or the share is at current prices.
finding-line-growth = { $short }: growth { $period }
finding-line-growth-says = { $line }: the plan’s own levels imply growth of { $value } a year in { $period }.
finding-line-growth-hint = See which was revised last, the levels or the growth, and bring the other into line.
finding-employment-growth = { $short }: growth of employment { $period }
finding-employment-growth-says = { $line }: the plan’s targets imply { $value } more workers a year in { $period }.
finding-employment-growth-hint = Set this against the growth of the labour force and of training.
finding-productivity-growth = { $short }: growth of productivity { $period }
finding-productivity-growth-says = { $line }: the plan’s targets imply { $value } more output a worker every year in { $period }.
finding-productivity-growth-hint = Set this against the province’s own record and the national one.
finding-productivity-level = { $short }: productivity { $year }
finding-productivity-level-says = { $line }: the plan’s targets imply { $value } in { $year }.
finding-productivity-level-hint = A level helps to see whether output and employment cover the same firms.
finding-rest-growth = Everything outside “{ $short }”: growth { $period }
finding-rest-growth-says = Everything outside “{ $line }” would have to grow by { $value } a year in { $period }.
finding-rest-growth-hint = Ask whether all other lines together have ever grown that fast.
finding-residual-growth = { $short }: growth { $period }, as the residual
finding-residual-growth-says = { $line }: what the other targets leave is growth of { $value } a year in { $period }.
finding-residual-growth-hint = Raise the total, lower the other lines, or restate the range for this one.

## The plan against its own projection

finding-labour-margin = Labour supply less demand { $year }
finding-labour-margin-says = On the plan path labour supply less demand is { $value } in { $year }.
finding-labour-margin-hint = A shortfall has to be met by migrants, by higher participation or by fewer jobs.
finding-employment-rate = Employment over population { $year }
finding-employment-rate-says = On the plan path { $value } of the population work in { $year }.
finding-employment-rate-hint = Check population, participation and the employment of each sector.
finding-icor = ICOR { $period }
finding-icor-says = On the plan path one more unit of { $gdp } takes { $value } units of investment in { $period }.
finding-icor-hint = A low figure asks for unusually productive investment, a high one for a great deal of capital.
finding-tfp-part = TFP’s part of growth { $period }
finding-tfp-part-says = On the plan path TFP makes { $value } of the growth of { $period }.
finding-tfp-part-hint = More TFP leaves less to capital and labour for the same growth: see which of them the plan overstates.
finding-tfp-growth = { $short }: TFP growth { $period }
finding-tfp-growth-says = { $line }: the plan path needs TFP to grow by { $value } a year in { $period }.
finding-tfp-growth-hint = TFP growth beyond the national record needs reasons of its own.
finding-land-margin = Industrial land against need { $year }
finding-land-margin-says = On the plan path the land that can be occupied is { $value } times what output needs in { $year }.
finding-land-margin-hint = Below 1 land limits output: open parks earlier or raise output per hectare.
finding-per-head = { $gdp } per head { $year }
finding-per-head-says = The plan path gives { $value } in { $year }, at current prices.
finding-per-head-hint = Ask which population and which inflation stand behind the stated figure.
finding-relative-productivity = { $short }: relative productivity { $year }
finding-relative-productivity-says = { $line }: on the plan path the share of { $gdp } is { $value } times the share of employment in { $year }.
finding-relative-productivity-hint = Far from 1, output and employment may not cover the same firms.

## The plan against the record

finding-exports = Exports against { $gdp } { $year }
finding-exports-says = Gross exports were { $value } times { $gdp } in { $year }.
finding-exports-hint = Exports carry imported inputs: never compare them with value added.
finding-one-year-jump = { $short }: growth needed in { $year } alone
finding-one-year-jump-says = { $line }: the target of { $year } needs growth of { $value } in that year alone.
finding-one-year-jump-hint = Check that target and latest figure are of the same series; if they are, the target is out of reach.
finding-catch-up = { $short }: growth needed a year { $period }
finding-catch-up-says = { $line }: the target of { $year } needs growth of { $value } a year in { $period }.
finding-catch-up-hint = Move the target, or say what will be different from the years on record.
finding-rest-of-year = IIP { $year }: growth needed in the { $months ->
        [one] last month
       *[other] last { $months } months
    }
finding-rest-of-year-says = To make the growth stated for { $year }, the { $months ->
        [one] last month
       *[other] last { $months } months
    } had to grow by { $value }.
finding-rest-of-year-hint = Ask whether the estimate of the year was made before the months were known.

## Published figures against each other

finding-amounts = { $subject } { $year }: parts
finding-amounts-says = The parts sum to { $value }.
finding-amounts-hint = Look for a part that is missing or counted twice.
finding-counts = { $subject } { $year }: parts
finding-counts-says = The parts that are named make { $value }.
finding-counts-hint = Find out which ones the list leaves out, and which are only planned.
finding-next-level = { $gdp } { $year } from { $before } and its growth
finding-next-level-says = The level of { $before } and the growth published for { $year } give { $value }.
finding-next-level-hint = Level and growth are of different vintages: chain growth from one level only.
finding-earlier-level = { $gdp } { $year } as { $after } implies it
finding-earlier-level-says = The level and the growth published for { $after } imply { $value } for { $year }.
finding-earlier-level-hint = Its distance from the level published for { $year } is the revision between the two.
finding-level-before = { $gdp } { $year } back from { $after }
finding-level-before-says = The level of { $after } and its growth imply { $value } for { $year }.
finding-level-before-hint = Level and growth are of different vintages: chain growth from one level only.
finding-population = Population { $year } from { $gdp } per head
finding-population-says = { $gdp } and { $gdp } per head imply a population of { $value } in { $year }.
finding-population-hint = One of the three figures belongs to another year or another vintage.
finding-projects = Named projects against registered FDI { $year }
finding-projects-says = The named projects make { $value } of the FDI registered in { $year }.
finding-projects-hint = More than the whole would mean that projects of several years stand against one.

## Sources

finding-decimal-marks = Two decimal marks in one sentence
finding-decimal-marks-says = One sentence writes decimals both with a point and with a comma.
finding-decimal-marks-hint = Read each number by its size, and ask the author: with the other reading it is a thousand times larger.
finding-price-basis = Price basis not stated: { $quantity }
finding-price-basis-says = The source does not say whether this figure is at constant or at current prices: { $quantity }.
finding-price-basis-hint = Ask for the price basis. Until then both readings are possible, and they differ by points.
finding-territory = Figures of other territories
finding-territory-says = { $value } figures of the study speak about another territory, and no sum contains them.
finding-territory-hint = Compare them only with figures of the same territory.
finding-unit-slip = { $short }: { $quantity } { $year } far from its like
finding-unit-slip-says = { $line }: { $quantity } of { $year } is given as { $written }, while the other figures of its kind lie together elsewhere.
finding-unit-slip-hint = Probably { $likely } is meant: see whether the unit of the figure is right.

## Money of the plan against its growth

finding-investment-rate = Investment/{ $gdp } { $period }, start prices
finding-investment-rate-says = The planned investment of { $period } makes { $value } of { $gdp } on the plan path, if the sum is meant at the prices of the start.
finding-investment-rate-hint = Ask who is to invest so much larger a part of { $gdp }, or bring down the sum or the growth.
finding-investment-rate-current = Investment/{ $gdp } { $period }, current prices
finding-investment-rate-current-says = The planned investment of { $period } makes { $value } of { $gdp } on the plan path, if the sum is meant at the prices of each year as this study assumes them.
finding-investment-rate-current-hint = Ask at which prices the sum is meant, and who is to invest so much larger a part of { $gdp }.
finding-dollar-prices = Dollar prices { $period }, lower ends
finding-dollar-prices-says = At their lower ends growth and { $gdp } per head in dollars agree only if dollar prices change by { $value } a year in { $period }.
finding-dollar-prices-hint = Dollar prices fall only where the { $currency } loses more than prices rise: ask which exchange rate and which inflation stand behind the target per head.
finding-dollar-prices-top = Dollar prices { $period }, upper ends
finding-dollar-prices-top-says = At their upper ends growth and { $gdp } per head in dollars agree only if dollar prices change by { $value } a year in { $period }.
finding-dollar-prices-top-hint = Dollar prices fall only where the { $currency } loses more than prices rise: ask which exchange rate and which inflation stand behind the target per head.

## Against what

finding-against-plan = The plan states { $stated }.
finding-against-record = The highest on record is { $stated }.
finding-against-earlier-target = No such rate is on record; the target of { $of } was { $stated }.
finding-against-plausible = The study takes { $stated } as plausible.
finding-against-source = The source states { $stated }.
finding-earlier-target = target { $of }: { $value }
finding-record = record { $value }
finding-plan-most = plan ≤ { $value }
finding-at-bound = At { $bound } a year it would be { $level } in { $year }.
finding-lookalike = The target of { $year } ({ $target }) has almost the digits of the whole { $gdp } of { $before } ({ $total }): they are different quantities.
finding-at-most = at most { $value }
finding-at-least = at least { $value }
finding-times = { $value } ×

## How findings end

finding-verdict-below = Lower
finding-verdict-above = Higher
finding-verdict-mismatch = Contradictory
finding-verdict-not-stated = Not stated
finding-verdict-info = Information
finding-verdict-ok = Agrees

## Where figures come from

finding-result = plan path, computed
finding-project = registered capital of { $name }

## When an audit is not whole

audit-no-targets = The study states no target for its territory, so there is nothing to audit.
audit-no-targets-hint = Add targets in the view Data.
audit-figures-only = The plan path gives no projection, so checks of its results are left out.
audit-figures-only-hint = See what the status bar or kichban check says about the targets.
