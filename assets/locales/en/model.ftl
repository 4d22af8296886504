### The views Model and Table.

## Table

table-variables = Variables
table-variables-chosen = Variables ({ $count })
table-line = Line
table-form = Form
table-decimals = Decimals
table-decimals-usual = Usual
table-unit-growth = % on the year before
table-unit-change = { $unit } on the year before
table-no-line = { $line } has no such figure.
table-case = Scenario

## Model: controls

model-sector = Sector
model-year = Year
model-of-case = values of { $name }, { $year }
model-known = Known as
model-other-closure = in the other closure
model-baseline-value = baseline { $value }
model-calibration = What the targets ask of the baseline
model-calibration-unit = { $unit }; the baseline { $baseline } meets every target, and each line absorbs a gap
model-calibration-implied = Left by targets
model-calibration-prior = Assumed before
model-calibration-gap = Gap, points
model-calibration-deviations = Standard deviations
model-calibration-agrees = The targets move no line by more than two standard deviations from what was assumed before.
model-calibration-contradicts = The targets contradict what was assumed before, by more than two standard deviations: { $lines }.
model-closure-p = Needs only output and employment, which a plan prints. Capital, elasticities and investment change the implied TFP and nothing else.

## Model: blocks

model-block-population = Population and labour supply
model-about-population = Population moves with natural growth and net migration; of working age, taking part and not unemployed is the labour supply.
model-block-labour = Labour
model-about-labour = Demand grows, moves out of agriculture, and gains the jobs of projects one year after the money is spent. Dc* is the demand of agriculture, J* project jobs weighted by their productivity. Where labour is constrained, every sector lacks the same part. Employment follows how far potential output is used.
model-block-skills = Skills
model-about-skills = Only training beyond the baseline acts; the index is 1 in every baseline.
model-block-potential = Potential output
model-about-potential = Output is people times output per person. Either productivity or TFP is given; the other is what is left.
model-block-shock = Demand shocks
model-about-shock = A shock takes a part d of potential output from the year b: a part s of the loss stays, the rest halves every H years.
model-block-land = Industrial land
model-about-land = Output of the sectors in parks cannot exceed what their land carries, where the limit is on; required land is reported in any case.
model-block-spillover = Spillover
model-about-spillover = A deviation of the driving sector from the baseline moves the sectors that supply it.
model-block-accounts = Product taxes, { $gdp }, shares
model-about-accounts = Product taxes are a line of their own, so that lines add up to { $gdp } and shares to 100%.
model-block-investment = Investment and capital
model-about-investment = Ordinary investment is a part of { $gdp } split over sectors; projects come on top. Investment of a year works from the next year on.
model-block-prices = Prices and dollars
model-about-prices = Price levels and the exchange rate are given. With productivity given they touch only current prices and dollars; with capital they also decide how much a dollar buys.

## Model: symbols

model-n = population
model-natural = natural growth
model-migration = net migration in the year
model-working-age = working-age share
model-participation = participation
model-unemployment = unemployment
model-supply = labour supply
model-demand = labour demand, all sectors
model-labour-growth = growth of labour demand in the baseline
model-labour-added = growth added by the scenario
model-reallocation = labour leaving agriculture in a year
model-reallocation-share = part of it that arrives here (−1 leaves)
model-jobs = jobs of projects
model-rationing = part of demand that is met
model-structural = structural employment
model-utilisation = elasticity of employment to utilisation
model-employment = employment
model-premium = output gain per unit of trained share
model-trained = trained workers beyond the baseline
model-skills = skills index
model-productivity = potential productivity
model-productivity-growth = its growth in the baseline
model-growth-added = growth added by the scenario
model-tfp = total factor productivity
model-tfp-growth = its growth in the baseline
model-elasticity = elasticity of output to capital
model-potential = potential output
model-shock = effect of shocks on output
model-land = land that can be occupied
model-land-required = land required
model-land-productivity = value added an occupied hectare, base year
model-land-growth = growth of value added an occupied hectare
model-park-share = part of output made inside parks
model-land-capacity = output that the land can carry
model-multiplier = output gained per unit of the driving sector
model-output = output
model-tax-ratio = product taxes over gross value added
model-gva = gross value added
model-grdp = { $gdp }
model-share = share of the sector
model-investment-rate = investment over { $gdp }
model-investment-share = part of the sector in ordinary investment
model-green = part spent on green conversion
model-disbursement = disbursement of projects
model-investment = productive investment of the sector
model-depreciation = depreciation
model-capital = capital at the start of the year
model-inflation = growth of the price level
model-price = price level, base year of prices = 1
model-current = output at current prices
model-fx = exchange rate
