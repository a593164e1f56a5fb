def function_with_a_long_name(argument_one, argument_two): return argument_one + argument_two

value = function_with_a_long_name("a rather long string argument here", "another one") + function_with_a_long_name(1, "2")
