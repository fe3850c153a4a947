"""What prints without a window: a printing service of the system, asked by its own commands."""
