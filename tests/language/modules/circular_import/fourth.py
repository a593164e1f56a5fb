from third import y

x = 1
