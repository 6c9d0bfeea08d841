package org.rectification.notification;

/**
 * All that a message may tell (R51): how many, never what, whose or where.
 *
 * @param open tasks that wait for the reader, also those offered to the reader's office
 * @param overdue of these, the late ones
 * @param green reminders raised since the last digest
 * @param yellow warnings raised since the last digest
 * @param red notices raised since the last digest
 * @param villages for a clerk: villages of the township in which something is open; a message never says which
 * @param notices supervision notices that wait for the reader's reply; a message never says which
 */
public record Figures(int open, int overdue, int green, int yellow, int red, int villages, int notices) {

    Figures plus(Figures other) {
        return new Figures(
                open + other.open,
                overdue + other.overdue,
                green + other.green,
                yellow + other.yellow,
                red + other.red,
                Math.max(villages, other.villages),
                notices + other.notices);
    }

    /** Whether there is anything that the reader was not told before. */
    boolean saysMoreThan(Figures before, int added) {
        return added > 0 || green + yellow + red > 0 || overdue > before.overdue() || open > before.open();
    }
}
