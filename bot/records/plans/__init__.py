"""What is planned, issued, asked for or proposed."""
