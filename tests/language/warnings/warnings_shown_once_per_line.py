import warnings

def f():
    warnings.warn("careful")

for _ in range(3):
    f()
warnings.warn("old", DeprecationWarning)
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("always")
    warnings.warn("recorded", UserWarning)
print(len(got), got[0].message, got[0].category.__name__)
