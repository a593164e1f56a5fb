weight = 5kg
