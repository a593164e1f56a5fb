import sys

flags = sys.flags
print(flags.inspect, flags.interactive, flags.optimize, flags.quiet, flags.dev_mode)
print(sys.stdout.line_buffering, sys.stdout.write_through, sys.warnoptions, sys.argv[1:])
