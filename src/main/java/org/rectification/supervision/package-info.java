/** Supervision notices (督办函、督办通知, S36): sent with a reply date, answered, accepted, returned or raised a level. */
package org.rectification.supervision;
