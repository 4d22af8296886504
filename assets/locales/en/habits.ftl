### habits
