### Assumptions: names, and definitions of one sentence with the symbol and the equation.

## Names and definitions

lever-productivity_growth_added = Added productivity growth
lever-productivity_growth_added-definition = Added each year to growth of productivity (productivity closure) or of TFP (capital closure): q in E6 and E7.
lever-output-growth-added = Added output growth
lever-output-growth-added-definition = Added each year to growth of output, because the study has no employment: q in E6.
lever-green_investment_share = Investment in green conversion
lever-green_investment_share-definition = Share of the sector's investment absorbed by green conversion, which adds no capacity: γ in E15.
lever-green_gain = Gain from green conversion
lever-green_gain-definition = Added to q each year once conversion has run for its lag: E6 and E7.
lever-green_lag = Lag of green conversion
lever-green_lag-definition = Years from conversion to its gain: E6 and E7.
lever-green_exposure_cut = Exposure cut by green conversion
lever-green_exposure_cut-definition = Part by which the sector's exposure ε to every shock is cut: E9.
lever-labour_growth_added = Added growth of labour demand
lever-labour_growth_added-definition = Added each year to growth of core labour demand: gl_add in E3.
lever-labour_constrained = Labour constraint
lever-labour_constrained-definition = When on, labour supply rations production: φ = min(1, LS/ΣD) in E4.
lever-trained_share_added = Added training
lever-trained_share_added-definition = Share of trained workers over that of the baseline: tr in E5.
lever-reallocation_rate = Move out of agriculture
lever-reallocation_rate-definition = Part of the source sector's core labour that moves each year: x in E3.
lever-reallocation_split = Destination of moving labour
lever-reallocation_split-definition = How moving labour is split over the sectors that receive it: r in E3.
lever-natural_growth = Natural population growth
lever-natural_growth-definition = Growth of population without migration: n in E1.
lever-net_migration = Net migration
lever-net_migration-definition = People who come less people who leave in a year: M in E1.
lever-working_age_share = Working-age share
lever-working_age_share-definition = Share of population of working age: ω in E2.
lever-participation = Participation
lever-participation-definition = Share of the working-age population in the labour force: π in E2.
lever-unemployment = Unemployment
lever-unemployment-definition = Share of the labour force without work: u in E2.
lever-investment_rate = Investment/{ $gdp }
lever-investment_rate-definition = Ordinary investment over { $gdp } at constant prices: i in E15.
lever-investment_split = Split of investment
lever-investment_split-definition = How ordinary investment is split over the sectors: κ in E15.
lever-fdi_registered = Added FDI registered
lever-fdi_registered-definition = FDI registered each year over the baseline, entering E3 and E15 as it is disbursed.
lever-realised_ratio = Disbursement ratio
lever-realised_ratio-definition = Disbursed over registered capital of projects and FDI: realised in E15.
lever-project_amount = Registered amount
lever-project_amount-definition = Registered capital of the project: USD in E15; its jobs in E3 follow in proportion.
lever-project_delay = Delay
lever-project_delay-definition = Years by which the project starts later, earlier where negative: E3 and E15.
lever-project_realised = Disbursement ratio of the project
lever-project_realised-definition = Disbursed over registered capital of this project: realised in E15.
lever-land_limit = Industrial land limit
lever-land_limit-definition = When on, output cannot exceed what the land carries: cap in E10.
lever-land_productivity_growth = Growth of value per hectare
lever-land_productivity_growth-definition = Growth of value added per occupied hectare: ν in E10.
lever-park_area = Leasable area
lever-park_area-definition = Leasable area of the park: ha in E10.
lever-park_opening = Opening year
lever-park_opening-definition = Year in which the park takes its first firms: open in E10.
lever-park_occupancy = Occupancy
lever-park_occupancy-definition = Highest occupancy of the park: occ_max in E10.
lever-zone_split = Pull of the zones
lever-zone_split-definition = How new land is split over zones; for reporting only, in no equation.
lever-shock_depth = Depth
lever-shock_depth-definition = Part of potential output lost in the first year: depth in E9.
lever-shock_start = First year
lever-shock_start-definition = First year of the shock: start in E9.
lever-shock_half_life = Half-life
lever-shock_half_life-definition = Years in which the passing part halves: half-life in E9.
lever-shock_scar = Lasting part
lever-shock_scar-definition = Part of the loss that stays: scar in E9.
lever-shock_exposure = Exposure
lever-shock_exposure-definition = How far the sector takes part in the shock: ε in E9.
lever-spillover = Spillover between sectors
lever-spillover-definition = When on, deviations of driving sectors move the others: E11.
lever-spillover_multiplier = Spillover multiplier
lever-spillover_multiplier-definition = Added output of the receiver per unit of added output of the driver: M in E11.
lever-product_tax_share = Product taxes/{ $gdp }
lever-product_tax_share-definition = Product taxes less subsidies over { $gdp }, from which τ in E13 follows.
lever-inflation = Inflation
lever-inflation-definition = Growth of the sector's price level: π of prices, after E16.
lever-exchange_rate = Exchange rate
lever-exchange_rate-definition = { $money } a US dollar: fx, for figures in dollars and for project capital in E15.

## Names of pieces

lever-of = { $lever }: { $subject }
lever-set-for = { $lever } (set for { $years })
lever-of-pair = { $lever }: { $from } to { $to }

## Why an assumption does nothing

lever-inert-capital-only = No effect in the productivity closure; switch to the capital closure.
lever-inert-labour = Acts only while the labour constraint is on.
lever-inert-land = Acts only while the industrial land limit is on.
lever-inert-prices = In the productivity closure it changes current prices and dollars only, not output.
lever-inert-shock = Acts only while the shock has a depth.
lever-inert-spillover = Acts only while spillover is on.
lever-inert-reallocation = Acts only while labour moves out of agriculture.
lever-inert-projects = Acts only while a project or FDI has an amount.
lever-inert-green = Acts only while green conversion is under way.
lever-inert-reporting = Changes the split over zones only, not output.
lever-inert-disbursed = In the productivity closure named projects act through jobs counted on registered capital.
lever-inert-gap = { $reason } It acts through them.

## What nobody has figures of

gap-reason = The study has no figures of { $name }.
gap-employment = employment by sector and its growth
gap-skills = the output gain of training
gap-reallocation = the sector that labour leaves
gap-population = population and its growth
gap-labour-supply = working-age share, participation and unemployment
gap-capital = capital by sector
gap-investment = investment
gap-prices = price levels and inflation
gap-exchange-rate = the exchange rate
gap-product-taxes = product taxes less subsidies ({ $gdp } is then the sum of the sectors)
gap-land = output per hectare of industrial land
