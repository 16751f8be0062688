"""The golden set for reading records: texts of our own wording, annotated by hand apart from the rules that are scored."""
