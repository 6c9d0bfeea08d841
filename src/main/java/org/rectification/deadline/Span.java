package org.rectification.deadline;

/** A length of time in calendar units or working days. */
public record Span(int amount, Unit unit) {

    /** Units of a span. Months are calendar months; a day that the month lacks becomes its last day. */
    public enum Unit {
        WORKING_DAYS("个工作日"),
        DAYS("天"),
        MONTHS("个月");

        private final String label;

        Unit(String label) {
            this.label = label;
        }
    }

    public Span {
        if (amount < 1 || amount > 1_000) {
            throw new IllegalArgumentException("A span must be 1 to 1000 units: " + amount);
        }
        if (unit == null) {
            throw new IllegalArgumentException("A span needs a unit");
        }
    }

    /** The span in Chinese, such as 15个工作日. */
    public String label() {
        return amount + unit.label;
    }
}
