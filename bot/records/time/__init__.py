"""When: dates, periods, clock times and the year they belong to."""
