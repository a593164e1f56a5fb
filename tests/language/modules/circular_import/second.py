import first

value = first.value + 1
