# What Unicode says about characters.
import unicodedata

for character in "aA1 é€½²٣Ⅷ😀中\n\ud800\u0301ǅ_-(«":
    print(
        repr(character), unicodedata.name(character, "no name"), unicodedata.category(character),
        unicodedata.combining(character), unicodedata.decimal(character, None),
        unicodedata.digit(character, None),
    )
print(unicodedata.lookup("LATIN SMALL LETTER E WITH ACUTE"), unicodedata.lookup("snowman"))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, ascii(unicodedata.normalize(form, "é\u0065\u0301ﬁ²Å")), unicodedata.is_normalized(form, "é"))
for call in (
    lambda: unicodedata.name("\n"), lambda: unicodedata.lookup("NO SUCH"), lambda: unicodedata.decimal("x"),
    lambda: unicodedata.digit("x"), lambda: unicodedata.category("ab"), lambda: unicodedata.category(3),
    lambda: unicodedata.normalize("X", "a"), lambda: unicodedata.normalize("NFC", 3),
):
    try:
        print(call())
    except (ValueError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
print(unicodedata.unidata_version)
words = ["zebra", "Äpfel", "apfel"]
print(sorted(words, key=lambda word: unicodedata.normalize("NFD", word).lower()))
print("".join(c for c in unicodedata.normalize("NFD", "Crème Brûlée") if not unicodedata.combining(c)))
