value = 1
import second
