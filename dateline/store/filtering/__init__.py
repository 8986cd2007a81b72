"""How a list is filtered and ordered: filters and orders of each noun as tables, turned into SQL."""
