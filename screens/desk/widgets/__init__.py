"""The parts that the desk's screens are built of; they take plain values and know no case."""
