"""Article links of list and front pages: ours and two peers, side by side in one run."""
