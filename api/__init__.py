"""Everything of Dateline that speaks HTTP."""
