"""The shape of Dateline's data: vocabulary, mentions, tables, errors.  Imports nothing of ours, opens nothing."""
