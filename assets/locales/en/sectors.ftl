### The view Sectors.

sectors-choose = Sector
sectors-card-output = Output { $year }
sectors-card-employment = Employment { $year }
sectors-card-productivity = Productivity { $year }
sectors-card-share = Share of { $gdp } { $year }
sectors-card-capital = Capital { $year }
sectors-current-prices = current prices
sectors-share-constant = Share of { $gdp }, constant prices
sectors-share-current = Share of { $gdp }, current prices
sectors-tfp-unit = implied index, { $year } = 1
sectors-tfp-of-sectors = TFP exists for single sectors, not for groups.
sectors-land-output = Output and what the land can carry
sectors-land-area = Land required and available
sectors-land-capacity = Land capacity
sectors-land-required = Required
sectors-land-available = Available
