for s in ("abc", "aBc1", "123", "½", "²", "  ", "", "Title Case", "a_b", "UPPER", "٣", "x\n", "if"):
    print(
        repr(s),
        s.isalpha(),
        s.isalnum(),
        s.isdigit(),
        s.isdecimal(),
        s.isnumeric(),
        s.isspace(),
        s.istitle(),
        s.isupper(),
        s.islower(),
        s.isidentifier(),
        s.isprintable(),
        s.isascii(),
    )
