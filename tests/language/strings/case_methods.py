s = "hELLO wORLD ßtraße"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
print("they're bill's".title(), "İ".lower().encode(), "ǆ".title(), "ΣΑΣ".lower())
