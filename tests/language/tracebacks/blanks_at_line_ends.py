"""Blanks at the end of a line are not shown."""


def f(): 
    raise ValueError(   
        1   
    )   


f()  
