"""Arguments: what the clause of a trigger tells: who, to whom, where, when, how many, said by whom."""
