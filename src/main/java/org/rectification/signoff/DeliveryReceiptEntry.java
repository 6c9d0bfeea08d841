package org.rectification.signoff;

import java.time.LocalDate;
import org.springframework.lang.Nullable;

/** A recipient's receipt for both reports. */
public record DeliveryReceiptEntry(@Nullable String receiptNumber, @Nullable LocalDate receivedOn) {}
