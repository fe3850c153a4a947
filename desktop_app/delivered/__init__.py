"""What comes on a stick, program or packs: signed, verified whole, then put in place."""
