### sectors
