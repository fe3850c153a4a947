"""From a draft to finished pages: seen while one answers, made, read back, filed."""
