SOUND = "woof"
