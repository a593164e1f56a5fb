# A comment, then a blank line.

if a:
    b = (1,
  2)  # joined

	# a comment with another indentation
    if c: d; e
    else:
            f \
  + g
h
if i:
	j
