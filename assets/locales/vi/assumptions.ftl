### assumptions
