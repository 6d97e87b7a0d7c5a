package nl.inzage.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the picture shows, a scanner reads. */
class QrCodeTest {

    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int SCALE = 4;

    @Test
    void a_scanner_reads_the_text_back() throws Exception {
        String text = "otpauth://totp/Inzage:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Inzage";

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new Picture(QrCode.svg(text)))))
                        .getText())
                .isEqualTo(text);
    }

    /** The SVG as pixels, each square four wide. */
    private static final class Picture extends LuminanceSource {

        private final byte[] pixels;

        Picture(String svg) {
            super(side(svg) * SCALE, side(svg) * SCALE);
            pixels = new byte[getWidth() * getHeight()];
            Arrays.fill(pixels, (byte) 255);
            Matcher square = SQUARE.matcher(svg);
            while (square.find()) {
                blacken(Integer.parseInt(square.group(1)) * SCALE, Integer.parseInt(square.group(2)) * SCALE);
            }
        }

        private void blacken(int left, int top) {
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * getWidth() + left, y * getWidth() + left + SCALE, (byte) 0);
            }
        }

        private static int side(String svg) {
            return Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            return Arrays.copyOfRange(pixels, y * getWidth(), (y + 1) * getWidth());
        }

        @Override
        public byte[] getMatrix() {
            return pixels.clone();
        }
    }
}
